import { spec } from '@benkan/testing';
import type { SealedText } from '@benkan/kernel';
import { meeting, type CancellationCause, type MeetingCancelled } from '../meeting';
import { at, by, convened, held, ids, text } from '../meeting.examples';
import { cancel } from './cancel';

const { given } = spec(meeting, cancel);

const call = (cause: CancellationCause, reason: SealedText | null = null) => ({
  data: { meetingId: ids.meeting, cause, reason },
  at,
  by,
});
const cancelled = (cause: CancellationCause, reason: SealedText | null = null): MeetingCancelled => ({
  type: 'meeting-cancelled',
  data: { meetingId: ids.meeting, cause, reason },
});

describe('meetings.cancel', () => {
  it('cancels a convened meeting, with its cause', () =>
    given(convened).when(call('INSECURITY')).then(cancelled('INSECURITY')));
  it('takes another cause in words', () =>
    given(convened)
      .when(call('OTHER', text('1')))
      .then(cancelled('OTHER', text('1'))));
  it('refuses another cause without words', () =>
    given(convened).when(call('OTHER')).thenRefused('cancellation-reason-missing'));
  it('hears the same once', () => given(convened, cancelled('INSECURITY')).when(call('INSECURITY')).then());
  it('never overwrites what is written', () =>
    given(convened, cancelled('INSECURITY'))
      .when(call('LACK_OF_MEANS', text('1')))
      .thenRefused('differs-from-recorded', ['cause', 'reason']));
  it('refuses what was held or never convened', () => {
    given(convened, held).when(call('INSECURITY')).thenRefused('meeting-already-held');
    given().when(call('INSECURITY')).thenRefused('meeting-unknown');
  });
});
