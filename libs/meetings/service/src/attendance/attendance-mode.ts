import { getProtectionPolicy } from '@benkan/contracts/registry';
import type { Asked } from '@benkan/doors';
import { Fault } from '@benkan/messaging';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';

type Asking = Pick<MeetingsContext, 'ask' | 'current'>;

/**
 * How attendance of a meeting is recorded: as its committee was protected on the day it was held, by what the registry
 * says now. Nothing is remembered, for a mode may be tightened at any time. By name where it was not held: another
 * refusal follows.
 */
export const attendanceModeOf = async (
  { ask, current }: Asking,
  meetingId: string,
  asked: Pick<Asked<unknown>, 'correlationId' | 'deadline' | 'traceparent'>,
): Promise<'NOMINATIVE' | 'PSEUDONYMOUS' | 'TALLY'> => {
  const { state } = await current(meetings, meetingId);
  if (state.status !== 'held') return 'NOMINATIVE';
  const { correlationId, deadline, traceparent } = asked;
  const policy = await ask(
    getProtectionPolicy,
    { committeeId: state.convened.committeeId, on: state.held.heldOn },
    { correlationId, deadline, traceparent },
  );
  // where nobody can say how people are protected, nobody is named
  if (policy === undefined) throw new Fault('unavailable');
  return policy.mode;
};
