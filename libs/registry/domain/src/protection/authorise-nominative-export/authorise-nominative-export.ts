import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { firstRefusal } from '../../committees/first-refusal';
import type { Protection } from '../protection';
import type { NominativeExportAuthorised } from '../protection-facts';

export type AuthoriseNominativeExport = Said<{
  readonly committeeId: string;
  readonly exportId: string;
  /** Whether the registry knows the committee. */
  readonly committeeKnown: boolean;
}>;

export type AuthoriseNominativeExportRefusal =
  'committee-unknown' | 'export-unknown' | 'export-expired' | 'approver-is-requester';

/** Two pairs of eyes: nobody authorises what they asked for themselves. */
export const authoriseNominativeExport = (
  { data: { committeeKnown, committeeId, exportId }, at, by }: AuthoriseNominativeExport,
  { exports }: Protection,
): Decision<NominativeExportAuthorised, AuthoriseNominativeExportRefusal> => {
  if (!committeeKnown) return refuse('committee-unknown');
  const asked = exports.get(exportId);
  if (asked === undefined) return refuse('export-unknown');
  const no = firstRefusal(
    [asked.requestedBy === by.actor, 'approver-is-requester'],
    [asked.expiresOn < dayOf(at), 'export-expired'],
  );
  if (no !== undefined) return no;
  if (asked.authorisedBy !== null) return accept();
  const data = { committeeId, exportId, authorisedBy: by.actor };
  return accept({ type: 'nominative-export-authorised', data });
};
