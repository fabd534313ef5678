import { spec } from '@benkan/testing';
import { ids } from '../../meeting.examples';
import { carriedOver, later, rejected, saying } from '../following.examples';
import { recommendation } from '../recommendation';
import { claimed, issued, verified } from '../recommendation.examples';
import { carryOverRecommendation, type LaterMeeting } from './carry-over-recommendation';

const { given } = spec(recommendation, carryOverRecommendation);
const next: LaterMeeting = { committeeId: ids.committee, day: '2024-12-19', cancelled: false };
const carry = (meeting: LaterMeeting | null = next, dueOn: string | null = null, meetingId = later) =>
  saying({ meetingId, dueOn, meeting });

describe('meetings.carry-over-recommendation', () => {
  it('goes to a later meeting of its committee, planned or held', () =>
    given(issued).when(carry()).then(carriedOver()));
  it('may be due on another day from then on', () =>
    given(issued).when(carry(next, '2024-12-19')).then(carriedOver('2024-12-19', '2024-12-19')));
  it('goes there with a claim that waits to be verified', () =>
    given(issued, claimed()).when(carry()).then(carriedOver()));
  it('goes on to the meeting after', () =>
    given(issued, carriedOver())
      .when(carry({ ...next, day: '2025-01-16' }, null, ids.awa))
      .then({
        ...carriedOver('2025-01-16'),
        data: { ...carriedOver('2025-01-16').data, meetingId: ids.awa },
      }));
  it('hears the same once, whatever is known of the meeting, closed or not', () => {
    given(issued, carriedOver()).when(carry(null)).then();
    given(issued, carriedOver(), rejected).when(carry()).then();
  });
  it('never overwrites the day due', () =>
    given(issued, carriedOver())
      .when(carry(next, '2025-01-31'))
      .thenRefused('differs-from-recorded', ['dueOn']));
  it('refuses a meeting nobody convened, of another committee, or cancelled', () => {
    given(issued).when(carry(null)).thenRefused('meeting-unknown');
    given(issued)
      .when(carry({ ...next, committeeId: ids.awa }))
      .thenRefused('meeting-of-another-committee');
    given(issued)
      .when(carry({ ...next, cancelled: true }))
      .thenRefused('meeting-cancelled');
  });
  it('refuses the meeting of the issue, and one before the last it went to', () => {
    given(issued)
      .when(carry({ ...next, day: '2024-11-21' }))
      .thenRefused('meeting-not-later');
    given(issued, carriedOver('2025-01-16'))
      .when(carry(next, null, ids.awa))
      .thenRefused('meeting-not-later');
  });
  it('refuses a day due before the meeting', () =>
    given(issued).when(carry(next, '2024-12-18')).thenRefused('due-before-the-meeting'));
  it('refuses what nobody issued, what is verified, what is closed', () => {
    given().when(carry()).thenRefused('recommendation-unknown');
    given(issued, claimed(), verified()).when(carry()).thenRefused('already-verified');
    given(issued, rejected).when(carry()).thenRefused('already-closed');
  });
});
