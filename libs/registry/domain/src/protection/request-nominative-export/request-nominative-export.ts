import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../../committees/as-recorded';
import { firstRefusal } from '../../committees/first-refusal';
import { daysAfter } from '../days-after';
import type { Protection } from '../protection';
import type { ExportRequested, NominativeExportRequested } from '../protection-facts';

export type RequestNominativeExport = Said<
  Omit<ExportRequested, 'requestedBy'> & {
    /** Whether the registry knows the committee. */
    readonly committeeKnown: boolean;
  }
>;

export type RequestNominativeExportRefusal =
  'committee-unknown' | 'expiry-is-past' | 'expires-too-late' | 'differs-from-recorded';

const MOST_DAYS = 30;

/** Anybody allowed may ask; who asked is kept, for somebody else must authorise. */
export const requestNominativeExport = (
  { data: { committeeKnown, ...asked }, at, by }: RequestNominativeExport,
  { exports }: Protection,
): Decision<NominativeExportRequested, RequestNominativeExportRefusal> => {
  if (!committeeKnown) return refuse('committee-unknown');
  const { committeeId: _, ...given } = asked;
  const recorded = exports.get(asked.exportId);
  if (recorded !== undefined) return asRecorded(recorded, { ...given, requestedBy: by.actor });
  const today = dayOf(at);
  const no = firstRefusal(
    [asked.expiresOn < today, 'expiry-is-past'],
    [asked.expiresOn > daysAfter(today, MOST_DAYS), 'expires-too-late'],
  );
  return no ?? accept({ type: 'nominative-export-requested', data: { ...asked, requestedBy: by.actor } });
};
