import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { adoptedOnly, notOn, type AfterAdoptionRefusal } from '../after-adoption';
import type { MinutesTransmitted, Transmission } from '../facts';
import type { Minutes } from '../minutes';

export type TransmitMinutes = Said<Transmission & { readonly meetingId: string }>;

export type TransmitMinutesRefusal = AfterAdoptionRefusal | 'differs-from-recorded';

/** Adopted minutes go to each recipient once. */
export const transmitMinutes = (
  { data: { meetingId, ...transmission }, at }: TransmitMinutes,
  state: Minutes,
): Decision<MinutesTransmitted, TransmitMinutesRefusal> => {
  const known = adoptedOnly(state);
  if ('no' in known) return refuse(known.no);
  const { minutes } = known;
  const recorded = minutes.transmissions.find(({ recipient }) => recipient === transmission.recipient);
  if (recorded !== undefined) {
    const differing = differences<Transmission>(recorded, transmission);
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  const no = notOn(minutes, transmission.on, at);
  return no === undefined
    ? accept({ type: 'minutes-transmitted', data: { meetingId, ...transmission } })
    : refuse(no);
};
