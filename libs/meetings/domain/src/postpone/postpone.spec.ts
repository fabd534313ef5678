import { spec } from '@benkan/testing';
import { fold } from '@benkan/kernel';
import { meeting, plannedDayOf, type MeetingPostponed } from '../meeting';
import { at, by, convened, held, ids, text } from '../meeting.examples';
import { cancelled } from '../states.examples';
import { postpone } from './postpone';

const { given } = spec(meeting, postpone);

const put = (plannedOn: string, reason = text('5')) => ({
  data: { meetingId: ids.meeting, plannedOn, reason, place: null },
  at,
  by,
});
const postponed = (plannedOn: string, reason = text('5')): MeetingPostponed => ({
  type: 'meeting-postponed',
  data: { meetingId: ids.meeting, plannedOn, reason },
});

describe('meetings.postpone', () => {
  it('puts a meeting off, with the reason', () =>
    given(convened).when(put('2024-11-28')).then(postponed('2024-11-28')));
  it('puts it off again, back to the first day too', () =>
    given(convened, postponed('2024-11-28')).when(put('2024-11-21')).then(postponed('2024-11-21')));
  it('keeps a new place to itself', () =>
    given(convened)
      .when({ ...put('2024-11-28'), data: { ...put('2024-11-28').data, place: text('8') } })
      .then(postponed('2024-11-28'), {
        type: 'meeting-place-planned',
        data: { meetingId: ids.meeting, place: text('8') },
      }));
  it('hears the same once', () => given(convened, postponed('2024-11-28')).when(put('2024-11-28')).then());
  it('keeps the reason first given', () =>
    given(convened, postponed('2024-11-28'))
      .when(put('2024-11-28', text('9')))
      .thenRefused('differs-from-recorded', ['reason']));
  it('refuses the day it is planned for', () =>
    given(convened).when(put('2024-11-21')).thenRefused('planned-that-day-already'));
  it('refuses what was held, cancelled or never convened', () => {
    given(convened, held).when(put('2024-11-28')).thenRefused('meeting-already-held');
    given(convened, cancelled).when(put('2024-11-28')).thenRefused('meeting-cancelled');
    given().when(put('2024-11-28')).thenRefused('meeting-unknown');
  });
  it('moves the planned day, not the convocation', () => {
    const state = fold(meeting, [convened, postponed('2024-11-28'), postponed('2024-12-05')]);
    expect(state).toMatchObject({ status: 'convened', convened: { plannedOn: '2024-11-21' } });
    expect(state.status === 'convened' && plannedDayOf(state)).toBe('2024-12-05');
  });
});
