import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { adoptedOnly, notOn, type AfterAdoptionRefusal } from '../after-adoption';
import type { Erratum, MinutesCorrected } from '../facts';
import type { Minutes } from '../minutes';

export type CorrectMinutes = Said<Erratum & { readonly meetingId: string }>;

/** An erratum stands beside what was adopted, which never changes. */
export const correctMinutes = (
  { data: { meetingId, ...erratum }, at }: CorrectMinutes,
  state: Minutes,
): Decision<MinutesCorrected, AfterAdoptionRefusal> => {
  const known = adoptedOnly(state);
  if ('no' in known) return refuse(known.no);
  const { minutes } = known;
  if (minutes.errata.some((one) => differences<Erratum>(one, erratum).length === 0)) return accept();
  const no = notOn(minutes, erratum.on, at);
  return no === undefined
    ? accept({ type: 'minutes-corrected', data: { meetingId, ...erratum } })
    : refuse(no);
};
