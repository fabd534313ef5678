import { pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import { getMinutes, listMinutes as listContract } from '@benkan/contracts/meetings';
import { getCommittee, getUnit } from '@benkan/contracts/registry';
import { Fault } from '@benkan/messaging';
import { fingerprinted } from '@benkan/meetings-domain';
import { findMinutes, findRecommendation, listMinutes } from '@benkan/meetings-read-model';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';
import { fingerprint } from './fingerprint';
import { frozenOf } from './frozen';
import { recommended, rowShown, rowTexts, textsOf, wholeShown } from './shown';

/** meetings.list-minutes */
export const listMinutesDoor = (context: MeetingsContext) =>
  queryDoor(listContract, async ({ body: { territory: _, ...request }, unitIds }) => {
    const position = context.position();
    const { rows, next } = rowsOf(await listMinutes(context.minutes.current(), { ...request, unitIds }));
    const textOf = await context.texts(rows.flatMap(rowTexts));
    return pageAnswer(
      rows.map((row) => rowShown(row, textOf)),
      next,
      position,
    );
  });

const known = <Answer>(answer: Answer | undefined): Answer => {
  if (answer === undefined) throw new Fault('unavailable');
  return answer;
};

/** meetings.get-minutes: of a draft the meeting as it is now, of adopted minutes the meeting as it was. */
export const getMinutesDoor = (context: MeetingsContext) =>
  queryDoor(getMinutes, async ({ body: { meetingId }, correlationId, deadline, traceparent }) => {
    const because = { correlationId, deadline, traceparent };
    const view = await findMinutes(context.minutes.current(), meetingId);
    if (view === undefined) throw unknownResource();
    const { committeeId, unitId, heldOn, adopted, draft } = view;
    const [{ state }, committee, unit] = await Promise.all([
      context.current(meetings, meetingId),
      context.ask(getCommittee, { committeeId }, because),
      context.ask(getUnit, { unitId, map: heldOn }, because),
    ]);
    if (state.status !== 'held') throw unknownResource();
    const frozen = adopted ?? (await frozenOf(context, state, because));
    const { issued, followedUp } = frozen.recommendations;
    const model = context.recommendations.current();
    const find = async (id: string) => {
      const found = await findRecommendation(model, id);
      return found === undefined ? [] : [found];
    };
    const all = (
      await Promise.all([...issued, ...followedUp.map((one) => one.recommendationId)].map(find))
    ).flat();
    const textOf = await context.texts([...textsOf(view, frozen), ...all.flatMap(recommended.texts)]);
    const { name, level } = known(committee);
    return {
      ...wholeShown(view, frozen, textOf),
      ...recommended.shown(frozen, all, textOf),
      ...{ committee: name, level, commune: known(unit).name },
      fingerprintHolds: adopted && fingerprint(fingerprinted(draft, adopted)) === adopted.fingerprint,
    };
  });
