import { statutoryClock, type ClockFacts, type Finding } from '@benkan/analytics-domain';
import { listClocks, loadClock } from '@benkan/analytics-read-model';
import { pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import { getStatutoryClock, listStatutoryClocks, type StatutoryFinding } from '@benkan/contracts/analytics';
import { dayOf } from '@benkan/kernel';
import type { CurrentModel } from '@benkan/projections';

export type ClockContext = {
  readonly clocks: CurrentModel<Parameters<typeof loadClock>[0]>;
  readonly now: () => Date;
  /** The commit position the clocks have reached. */
  readonly position: () => bigint;
};

const clockOf = (facts: ClockFacts, on: string) => {
  const { committeeId, unitId, level, installed } = facts.committee;
  const { findings, notJudged, suspended } = statutoryClock(facts, on);
  const committee = { committeeId, unitId, level, installedOn: installed?.on ?? null, suspended, on };
  return { committee: { ...committee, notJudged: [...notJudged] }, findings };
};

const counted = (findings: readonly Finding[]) => {
  const of = (code: Finding['code']) => findings.filter((finding) => finding.code === code).length;
  return {
    NO_STATUTORY_MEETING: of('NO_STATUTORY_MEETING'),
    PRESIDENCY_VACANT: of('PRESIDENCY_VACANT'),
    SEAT_VACANT: of('SEAT_VACANT'),
    MINUTES_LATE: of('MINUTES_LATE'),
    RECOMMENDATION_UNANSWERED: of('RECOMMENDATION_UNANSWERED'),
  };
};

const summary = (facts: ClockFacts, on: string) => {
  const { committee, findings } = clockOf(facts, on);
  const vacancy = findings.find((finding) => finding.code === 'PRESIDENCY_VACANT');
  return { ...committee, presidencyVacantSince: vacancy?.since ?? null, counts: counted(findings) };
};

const today = ({ now }: ClockContext): string => dayOf(now().toISOString());

/** analytics.get-statutory-clock: the same question of the same day at the same position has the same answer. */
export const getStatutoryClockDoor = (context: ClockContext) =>
  queryDoor(getStatutoryClock, async ({ body: { committeeId, on = today(context) } }) => {
    const reached = context.position();
    const facts = await loadClock(context.clocks.current(), committeeId);
    if (facts === undefined) throw unknownResource();
    const { committee, findings } = clockOf(facts, on);
    const asOf = { position: (reached < 0n ? 0n : reached).toString() };
    // categories and ids were checked when the events were read
    return { ...committee, findings: [...findings] as StatutoryFinding[], asOf };
  });

/** analytics.list-statutory-clocks */
export const listStatutoryClocksDoor = (context: ClockContext) =>
  queryDoor(listStatutoryClocks, async ({ body, unitIds }) => {
    const { limit, after, on = today(context) } = body;
    const reached = context.position();
    const page = rowsOf(await listClocks(context.clocks.current(), { limit, after, unitIds }));
    return pageAnswer(
      page.rows.map((facts) => summary(facts, on)),
      page.next,
      reached,
    );
  });
