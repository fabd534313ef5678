import { spec } from '@benkan/testing';
import { convened, held, tallied } from '../../meeting.examples';
import { adopted, drafted, meetingOf, ready, redrafted, saying, texts } from '../minutes.examples';
import { minutes } from '../minutes';
import { draftMinutes } from './draft-minutes';

const { given } = spec(minutes, draftMinutes);
const write = (others: Partial<typeof texts> = {}, meeting = ready) =>
  saying({ ...texts, ...others, meeting });

describe('meetings.draft-minutes', () => {
  it('writes what was said, with the day and the committee of the meeting', () =>
    given().when(write()).then(drafted));
  it('may be written anew until it is adopted: the last one stands', () =>
    given(drafted)
      .when(write({ other: [] }))
      .then(redrafted));
  it('is heard once', () => given(drafted).when(write()).then());
  it('is heard once after the adoption too', () => given(drafted, adopted()).when(write()).then());
  it('refuses another text once adopted', () =>
    given(drafted, adopted())
      .when(write({ other: [] }))
      .thenRefused('minutes-adopted'));
  it('refuses a meeting that is unknown, cancelled, not held', () => {
    given().when(write({}, meetingOf())).thenRefused('meeting-unknown');
    given()
      .when(write({}, meetingOf(convened)))
      .thenRefused('meeting-not-held');
    const cancelled = {
      type: 'meeting-cancelled' as const,
      data: { meetingId: convened.data.meetingId, cause: 'INSECURITY' as const, reason: null },
    };
    given()
      .when(write({}, meetingOf(convened, cancelled)))
      .thenRefused('meeting-cancelled');
  });
  it('refuses a sheet that is still open', () =>
    given()
      .when(write({}, meetingOf(convened, held)))
      .thenRefused('attendance-sheet-open'));
  it('takes counts for a sheet that is closed', () =>
    given()
      .when(write({ exchanges: [] }, meetingOf(convened, held, tallied)))
      .then({ ...drafted, data: { ...drafted.data, exchanges: [] } }));
  it('refuses an exchange about an item that is not on the agenda', () =>
    given()
      .when(write({}, meetingOf(convened, held, tallied)))
      .thenRefused('agenda-item-unknown'));
  it('takes an exchange that belongs to no item', () => {
    const [exchange] = texts.exchanges.map((one) => ({ ...one, itemId: null }));
    const exchanges = exchange === undefined ? [] : [exchange];
    given()
      .when(write({ exchanges }))
      .then({ ...drafted, data: { ...drafted.data, exchanges } });
  });
  it('refuses to close before it opened', () =>
    given()
      .when(write({ openedAt: '10:00', closedAt: '09:59' }))
      .thenRefused('closed-before-it-opened'));
  it.each([
    [null, '09:00'],
    ['09:00', null],
    ['09:00', '09:00'],
  ])('takes the times %j to %j', (openedAt, closedAt) =>
    given()
      .when(write({ openedAt, closedAt }))
      .then({ ...drafted, data: { ...drafted.data, openedAt, closedAt } }),
  );
});
