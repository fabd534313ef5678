import { replay, told, twice } from '@benkan/testing';
import { standingAt, type FactDocument } from './fact-document';
import { factsProjection } from './facts-projection';

const text = { textRef: '11111111-1111-5111-8111-111111111111', digest: 'a'.repeat(64) };
const by = { actor: 'a'.repeat(64), onBehalfOf: null };
const traits = { sex: 'F', ageBand: '25-29', structureKind: 'ONG', corps: null };
const meeting = {
  meetingId: 'm1',
  committeeId: 'c1',
  unitId: 'u1',
  meetingKind: 'STATUTORY',
  plannedOn: '2024-11-21',
};
const line = { participantId: 'p1', quality: 'MEMBER', status: 'PRESENT' };
const counts = { women: 5, men: 19, notReported: 0, youth: 8, isf: 7, members: 20 };
const plan = { trainingId: 't1', unitId: 'u1', days: ['2024-12-03', '2024-12-02'], themes: ['RSS'] };
const issued = {
  ...{ recommendationId: 'r1', meetingId: 'm1', committeeId: 'c1', unitId: 'u1', theme: 'AUTRE' },
  ...{ issuedOn: '2024-11-21', dueOn: null },
};
const step = (type: string, on: string) => ({
  type,
  data: { recommendationId: 'r1', on, evidence: text, by },
});
const signed = (status: string) => ({ trainingId: 't1', participantId: 'p1', day: '2024-12-02', status });
const paper = (pre: number) => ({ trainingId: 't1', participantId: 'p1', pre, post: 13, max: 20 });
const unit = { unitId: 'u1', unitType: 'COMMUNE', parentId: null, name: text, codes: [] };
const committee = { committeeId: 'c1', unitId: 'u1', level: 'COMMUNE', frequency: 'MONTHLY' };
const adopted = (adoptedOn: string, frequency: string) => ({
  type: 'rules-adopted',
  data: { committeeId: 'c1', frequency, quorum: null, source: text, adoptedOn },
});
/** Recorded out of their order, the first day twice. */
const rules = [
  { since: '2024-01-15', frequency: 'UNKNOWN' },
  { since: '2024-01-15', frequency: 'MONTHLY' },
  { since: '2024-06-01', frequency: 'QUARTERLY' },
];

const everything = told(
  { type: 'unit-registered', data: { ...unit, validFrom: '2023-03-13' } },
  { type: 'committee-established', data: { ...committee, name: text, legalAct: text } },
  { type: 'committee-installed', data: { committeeId: 'c1', installedOn: '2023-12-07' } },
  { type: 'participant-registered', data: { participantId: 'p1', unitId: 'u1', ...traits } },
  {
    type: 'participant-corrected',
    data: { participantId: 'p1', ...traits, ageBand: '30-35', personal: false, reason: text },
  },
  { type: 'training-planned', data: { ...plan, group: 1, title: text } },
  { type: 'training-attendance-recorded', data: signed('PRESENT') },
  { type: 'training-attendance-corrected', data: { ...signed('ABSENT'), reason: text } },
  { type: 'test-results-recorded', data: paper(7) },
  { type: 'test-results-corrected', data: { ...paper(8), reason: text } },
  { type: 'meeting-convened', data: { ...meeting, level: 'COMMUNE', installedOn: null, agenda: [text] } },
  {
    type: 'meeting-held',
    data: { meetingId: 'm1', heldOn: '2024-11-22', presidingCapacity: 'MAIRE', place: text },
  },
  { type: 'attendance-recorded', data: { meetingId: 'm1', ...line } },
  { type: 'attendance-corrected', data: { meetingId: 'm1', ...line, status: 'EXCUSED', reason: text } },
  { type: 'attendance-tallied', data: { meetingId: 'm2', ...counts } },
  {
    type: 'recommendation-issued',
    data: { ...issued, text, number: text, addressees: [], otherAddresseeReason: null },
  },
  step('recommendation-progress-reported', '2024-12-15'),
  step('implementation-claimed', '2024-12-20'),
  step('implementation-verified', '2024-12-28'),
  adopted('2024-06-01', 'QUARTERLY'),
  ...['UNKNOWN', 'MONTHLY'].map((frequency) => adopted('2024-01-15', frequency)),
);

const documents = replay(factsProjection, everything);
const standing = (upTo?: string) =>
  Object.fromEntries(
    Object.entries<FactDocument>(documents).flatMap(([key, { versions }]) =>
      versions.filter(standingAt(upTo)).map(({ occurredOn, fact }) => [key, { occurredOn, fact }]),
    ),
  );

describe('facts', () => {
  it('says what stands now, one fact a thing, and no text but the name of a place', () =>
    expect(standing()).toEqual({
      'unit:u1': {
        occurredOn: '2023-03-13',
        fact: {
          ...{ kind: 'unit', ...unit, mergedInto: null },
          versions: [
            { unitType: 'COMMUNE', parentId: null, name: text, validFrom: '2023-03-13', validTo: null },
          ],
        },
      },
      'committee:c1': {
        occurredOn: '2023-12-07',
        fact: { kind: 'committee', ...committee, rules, installedOn: '2023-12-07' },
      },
      'participant:p1': {
        occurredOn: null,
        fact: { kind: 'participant', participantId: 'p1', unitId: 'u1', ...traits, ageBand: '30-35' },
      },
      'training:t1': { occurredOn: '2024-12-02', fact: { kind: 'training', ...plan } },
      'training-attendance:t1:p1:2024-12-02': {
        occurredOn: '2024-12-02',
        fact: { kind: 'training-attendance', ...signed('ABSENT') },
      },
      'test-results:t1:p1': { occurredOn: null, fact: { kind: 'test-results', ...paper(8) } },
      'meeting:m1': { occurredOn: '2024-11-22', fact: { kind: 'meeting', ...meeting, heldOn: '2024-11-22' } },
      'meeting-attendance:m1:p1': {
        occurredOn: null,
        fact: { kind: 'meeting-attendance', meetingId: 'm1', ...line, status: 'EXCUSED' },
      },
      'tally:m2': { occurredOn: null, fact: { kind: 'tally', meetingId: 'm2', ...counts } },
      'recommendation:r1': {
        occurredOn: '2024-11-21',
        fact: {
          ...{ kind: 'recommendation', ...issued, verifiedOn: '2024-12-28' },
          steps: [
            { status: 'IN_PROGRESS', on: '2024-12-15' },
            { status: 'IMPLEMENTATION_CLAIMED', on: '2024-12-20' },
            { status: 'IMPLEMENTATION_VERIFIED', on: '2024-12-28' },
          ],
        },
      },
    }));

  it('voids what it corrects and keeps it', () =>
    expect(documents['test-results:t1:p1']?.versions).toMatchObject([
      {
        ...{ recordedAt: '00000000000000000108', recordedDay: '2025-01-09' },
        ...{ voidedAt: '00000000000000000109', voidedDay: '2025-01-10', fact: paper(7) },
      },
      { recordedAt: '00000000000000000109', voidedAt: null, voidedDay: null, fact: paper(8) },
    ]));

  it('says what stood at a position', () => {
    const results = (upTo: string) => standing(upTo)['test-results:t1:p1']?.fact;
    expect(results('107')).toBeUndefined();
    expect(results('108')).toMatchObject({ pre: 7 });
    expect(results('109')).toMatchObject({ pre: 8 });
    expect(results('18446744073709551615')).toMatchObject({ pre: 8 });
  });

  it('says what stood at the end of a day', () => {
    const results = (upTo: string) => standing(upTo)['test-results:t1:p1']?.fact;
    expect(results('2025-01-08')).toBeUndefined();
    expect(results('2025-01-09')).toMatchObject({ pre: 7 });
    expect(results('2025-01-10')).toMatchObject({ pre: 8 });
  });

  it('hears a whole sheet line by line and day by day, and the days as they stand', () => {
    const trainingId = plan.trainingId;
    const [first, second] = ['2024-12-02', '2024-12-03'];
    const lines = [
      { participantId: 'p1', present: [first, second], absent: [] },
      { participantId: 'p2', present: [first], absent: [second] },
    ];
    const heard = replay(
      factsProjection,
      told(
        { type: 'training-planned', data: { ...plan, group: null, title: null } },
        { type: 'training-sheet-recorded', data: { trainingId, lines } },
        { type: 'training-postponed', data: { trainingId, days: [first, second], reason: text } },
      ),
    );
    const facts = Object.entries<FactDocument>(heard).map(
      ([key, { versions }]) => [key, versions.at(-1)?.fact] as const,
    );
    const marks = facts.flatMap(([key, fact]) =>
      fact?.kind === 'training-attendance' ? [[key, fact.status]] : [],
    );
    expect(marks).toEqual([
      [`training-attendance:${trainingId}:p1:${first}`, 'PRESENT'],
      [`training-attendance:${trainingId}:p1:${second}`, 'PRESENT'],
      [`training-attendance:${trainingId}:p2:${first}`, 'PRESENT'],
      [`training-attendance:${trainingId}:p2:${second}`, 'ABSENT'],
    ]);
    expect(Object.fromEntries(facts)[`training:${trainingId}`]).toMatchObject({ days: [first, second] });
  });

  it('comes back the same, told twice or from scratch', () => {
    const bytes = JSON.stringify(documents);
    expect(JSON.stringify(replay(factsProjection, twice(everything)))).toBe(bytes);
    expect(JSON.stringify(replay(factsProjection, everything))).toBe(bytes);
  });

  it('hears both events of one commit, and lets the later stand', () => {
    const [first, second] = told(
      ...['2024-11-21', '2024-11-22'].map((plannedOn) => ({
        type: 'meeting-convened',
        data: { meetingId: 'm9', committeeId: 'c1', unitId: 'u1', meetingKind: 'STATUTORY', plannedOn },
      })),
    );
    if (first === undefined || second === undefined) throw new Error('nothing was told');
    const position = { commit: first.position.commit, prepare: first.position.prepare + 1n };
    const { 'meeting:m9': meeting } = replay(factsProjection, [first, { ...second, position }]);
    expect(meeting?.versions.map(({ occurredOn }) => occurredOn)).toEqual(['2024-11-21', '2024-11-22']);
    expect(meeting?.versions.filter(standingAt(String(position.commit)))).toHaveLength(1);
  });

  it('leaves what no figure is made of alone', () => {
    const revealed = { type: 'personal-data-revealed', data: { participantId: 'p1' } };
    const orphan = { type: 'meeting-held', data: { meetingId: 'm9', heldOn: '2024-11-22' } };
    expect(replay(factsProjection, told({ type: 'never-heard-of', data: {} }, revealed, orphan))).toEqual({});
  });
});
