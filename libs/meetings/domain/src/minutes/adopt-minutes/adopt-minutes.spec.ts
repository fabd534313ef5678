import { spec } from '@benkan/testing';
import { convened, ids } from '../../meeting.examples';
import { adopted, atLater, drafted, draft, frozen, laterOf, meetingOf } from '../minutes.examples';
import { meetingId, redrafted, saying, signature } from '../minutes.examples';
import { fingerprinted } from '../fingerprint';
import { minutes } from '../minutes';
import { adoptMinutes } from './adopt-minutes';

const seen: object[] = [];
const fingerprint = (value: object): string => {
  seen.push(value);
  return '9'.repeat(64);
};
const { given } = spec(minutes, adoptMinutes(fingerprint));
const nothing = meetingOf();
const sign = (signedOn = '2024-11-25') =>
  saying({ by: { ...signature, signedOn }, frozen, adopting: nothing });
const at = (adopting: ReturnType<typeof laterOf>) => saying({ by: atLater, frozen, adopting });

describe('meetings.adopt-minutes', () => {
  it('freezes what the meeting is, under the day of the signature', () =>
    given(drafted).when(sign()).then(adopted()));
  it('takes its fingerprint of the last draft and of what is frozen', () => {
    seen.length = 0;
    given(drafted, redrafted).when(sign()).then(adopted());
    expect(seen.at(-1)).toEqual(fingerprinted({ ...draft, other: [] }, frozen));
  });
  it('is adopted at a later meeting of the committee, on its day', () =>
    given(drafted).when(at(laterOf())).then(adopted(atLater, '2024-11-28')));
  it('may be adopted at another meeting of the same day', () =>
    given(drafted)
      .when(at(laterOf('2024-11-21')))
      .then(adopted(atLater, '2024-11-21')));
  it('is heard once', () => given(drafted, adopted()).when(sign()).then());
  it('never adopts otherwise what is adopted', () =>
    given(drafted, adopted()).when(at(laterOf())).thenRefused('differs-from-recorded', ['by']));
  it('refuses a meeting nobody convened, and minutes nobody wrote', () => {
    given(drafted)
      .when(saying({ by: signature, frozen: null, adopting: nothing }))
      .thenRefused('meeting-unknown');
    given().when(sign()).thenRefused('minutes-not-drafted');
  });
  it('refuses a meeting that was not held', () => {
    given(drafted).when(at(nothing)).thenRefused('adopting-meeting-not-held');
    given(drafted)
      .when(at(meetingOf(convened)))
      .thenRefused('adopting-meeting-not-held');
  });
  it('refuses a meeting of another committee', () =>
    given(drafted)
      .when(at(laterOf('2024-11-28', { committeeId: ids.awa })))
      .thenRefused('meeting-of-another-committee'));
  it('refuses the meeting itself, and one held before it', () => {
    given(drafted)
      .when(at(laterOf('2024-11-28', { meetingId })))
      .thenRefused('meeting-not-later');
    given(drafted)
      .when(at(laterOf('2024-11-20')))
      .thenRefused('meeting-not-later');
  });
  it('refuses a signature before the meeting or on a day that has not come', () => {
    given(drafted).when(sign('2024-11-20')).thenRefused('signed-before-the-meeting');
    given(drafted).when(sign('2024-12-02')).thenRefused('in-the-future');
  });
});

describe('a fingerprint', () => {
  it('is taken of the digests of texts, whatever holds them', () => {
    const moved = { ...draft, other: draft.other.map((one) => ({ ...one, textRef: ids.awa })) };
    expect(fingerprinted(moved, frozen)).toEqual(fingerprinted(draft, frozen));
  });
  it('is another one when a word, a count or the day is', () => {
    const own = fingerprinted(draft, frozen);
    expect(fingerprinted({ ...draft, other: [] }, frozen)).not.toEqual(own);
    expect(fingerprinted({ ...draft, closedAt: '12:31' }, frozen)).not.toEqual(own);
    const attendance = { ...frozen.attendance, women: 6 };
    expect(fingerprinted(draft, { ...frozen, attendance })).not.toEqual(own);
  });
});
