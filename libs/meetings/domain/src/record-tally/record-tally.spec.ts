import { spec } from '@benkan/testing';
import { meeting, type AttendanceRecorded, type AttendanceTallied, type TallyCounts } from '../meeting';
import { at, by, convened, held, ids, tallied } from '../meeting.examples';
import { recordTally } from './record-tally';

const { given } = spec(meeting, recordTally);

const tally = (counts: Partial<TallyCounts> = {}) => ({ data: { ...tallied.data, ...counts }, at, by });
const talliedAs = (counts: Partial<TallyCounts>): AttendanceTallied => ({
  type: 'attendance-tallied',
  data: { ...tallied.data, ...counts },
});
const named: AttendanceRecorded = {
  type: 'attendance-recorded',
  data: { meetingId: ids.meeting, participantId: ids.awa, quality: 'MEMBER', status: 'PRESENT' },
};

describe('meetings.record-tally', () => {
  it('counts who was there', () => given(convened, held).when(tally()).then(tallied));
  it('lets the parts overlap: women, youth and forces may sum above the total', () =>
    given(convened, held)
      .when(tally({ women: 24, men: 0, youth: 24, isf: 24, members: 24 }))
      .then(talliedAs({ women: 24, men: 0, youth: 24, isf: 24, members: 24 })));
  it('counts those whose sex was not reported in the total', () =>
    given(convened, held)
      .when(tally({ women: 0, men: 0, notReported: 20 }))
      .then(talliedAs({ women: 0, men: 0, notReported: 20 })));
  it('counts nobody', () =>
    given(convened, held)
      .when(tally({ women: 0, men: 0, youth: 0, isf: 0, members: 0 }))
      .then(talliedAs({ women: 0, men: 0, youth: 0, isf: 0, members: 0 })));
  it('hears the same counts once', () => given(convened, held, tallied).when(tally()).then());
  it('never overwrites what is written', () =>
    given(convened, held, tallied)
      .when(tally({ women: 6, isf: 8 }))
      .thenRefused('differs-from-recorded', ['women', 'isf']));
  it('refuses a meeting nobody convened', () => given().when(tally()).thenRefused('meeting-unknown'));
  it('refuses a meeting that was not held', () =>
    given(convened).when(tally()).thenRefused('meeting-not-held'));
  it('counts young women apart where the sheet does: invariant 7', () => {
    const youngWomen = {
      type: 'young-women-tallied',
      data: { meetingId: ids.meeting, youngWomen: 5 },
    } as const;
    given(convened, held)
      .when({ ...tally(), data: { ...tally().data, youngWomen: 5 } })
      .then(tallied, youngWomen);
    given(convened, held, tallied, youngWomen)
      .when({ ...tally(), data: { ...tally().data, youngWomen: 5 } })
      .then();
    given(convened, held, tallied, youngWomen)
      .when(tally())
      .thenRefused('differs-from-recorded', ['youngWomen']);
  });
  it.each([
    ['women', { women: 5, youth: 8 }, 6],
    ['youth', { women: 9, youth: 8 }, 9],
  ])('refuses more young women than %s: invariant 7', (_part, counts, youngWomen) =>
    given(convened, held)
      .when({ ...tally(), data: { ...tally(counts).data, youngWomen } })
      .thenRefused('young-women-exceed-a-part'),
  );
  it('refuses counts where names were taken', () =>
    given(convened, held, named).when(tally()).thenRefused('attendance-is-nominative'));
  it.each(['youth', 'isf', 'members'] as const)('refuses more %s than people', (part) =>
    given(convened, held)
      .when(tally({ [part]: 25 }))
      .thenRefused('tally-part-exceeds-total'),
  );
});
