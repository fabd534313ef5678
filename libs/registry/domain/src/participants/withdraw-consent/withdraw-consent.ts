import { accept, refuse, type Decision, type Said } from '@benkan/kernel';
import type { ConsentChannel, ConsentPurpose, ConsentWithdrawn } from '../consents';
import { openRecord, type NotOpen } from '../open-record';
import type { Participant } from '../participant';

export type WithdrawConsent = Said<{
  readonly participantId: string;
  readonly purpose: ConsentPurpose;
  readonly channel: ConsentChannel;
  readonly withdrawnOn: string;
  /** Whether the vault has destroyed this person's keys. */
  readonly erased: boolean;
}>;

export type WithdrawConsentRefusal = NotOpen | 'consent-in-the-future';

/** A no is heard at once, whether or not there was a yes; it never changes what was counted. */
export const withdrawConsent = (
  { data: { erased, ...consent }, at }: WithdrawConsent,
  participant: Participant,
): Decision<ConsentWithdrawn, WithdrawConsentRefusal> => {
  const open = openRecord(participant, erased);
  if (typeof open === 'string') return refuse(open);
  if (consent.withdrawnOn > at.slice(0, 10)) return refuse('consent-in-the-future');
  const held = open.consents[consent.purpose];
  // the latest no stands; an older one adds nothing to it
  if (held?.status === 'WITHDRAWN' && held.on >= consent.withdrawnOn) return accept();
  return accept({ type: 'consent-withdrawn', data: consent });
};
