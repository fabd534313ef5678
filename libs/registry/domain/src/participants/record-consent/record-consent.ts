import { accept, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import type { Consent, ConsentChannel, ConsentPurpose, ConsentRecorded } from '../consents';
import { openRecord, type NotOpen } from '../open-record';
import type { Participant } from '../participant';

export type RecordConsent = Said<{
  readonly participantId: string;
  readonly purpose: ConsentPurpose;
  readonly channel: ConsentChannel;
  readonly givenOn: string;
  readonly source: SealedText | null;
  /** Whether the vault has destroyed this person's keys. */
  readonly erased: boolean;
}>;

export type RecordConsentRefusal = NotOpen | 'consent-in-the-future' | 'withdrawn-since';

const isSame = (held: Consent | undefined, { channel, givenOn }: RecordConsent['data']): boolean =>
  held?.status === 'GIVEN' && held.channel === channel && held.on === givenOn;

/** A yes to one purpose; a sheet older than the person's no brings nothing back. */
export const recordConsent = (
  { data: { erased, ...consent }, at }: RecordConsent,
  participant: Participant,
): Decision<ConsentRecorded, RecordConsentRefusal> => {
  const open = openRecord(participant, erased);
  if (typeof open === 'string') return refuse(open);
  if (consent.givenOn > at.slice(0, 10)) return refuse('consent-in-the-future');
  const held = open.consents[consent.purpose];
  if (held?.status === 'WITHDRAWN' && consent.givenOn < held.on) return refuse('withdrawn-since');
  return isSame(held, { ...consent, erased })
    ? accept()
    : accept({ type: 'consent-recorded', data: consent });
};
