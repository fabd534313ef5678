import { accept, refuse, type Decision, type Said } from '@benkan/kernel';
import { openRecord, type NotOpen } from '../open-record';
import type { OwnDataExported, Participant } from '../participant';

export type ExportOwnData = Said<{
  readonly participantId: string;
  /** Whether the vault has destroyed this person's keys. */
  readonly erased: boolean;
}>;

/** A copy for the person themselves; that it was made, and for whom it was asked, is kept. */
export const exportOwnData = (
  { data: { participantId, erased }, by }: ExportOwnData,
  participant: Participant,
): Decision<OwnDataExported, NotOpen> => {
  const open = openRecord(participant, erased);
  if (typeof open === 'string') return refuse(open);
  return accept({ type: 'own-data-exported', data: { participantId, to: by.actor } });
};
