import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { firstRefusal } from '../../committees/first-refusal';
import type { Protection } from '../protection';
import type { NominativeExportMade } from '../protection-facts';

export type ExportNominative = Said<{
  readonly committeeId: string;
  readonly exportId: string;
  /** Whether the registry knows the committee. */
  readonly committeeKnown: boolean;
  /** Who is going to be named. */
  readonly participantIds: readonly string[];
}>;

export type ExportNominativeRefusal =
  'committee-unknown' | 'export-unknown' | 'export-not-authorised' | 'export-expired';

/** Every use of an authorisation is a fact of its own, until the day it expires. */
export const exportNominative = (
  { data: { committeeKnown, committeeId, exportId, participantIds }, at, by }: ExportNominative,
  { exports }: Protection,
): Decision<NominativeExportMade, ExportNominativeRefusal> => {
  if (!committeeKnown) return refuse('committee-unknown');
  const asked = exports.get(exportId);
  if (asked === undefined) return refuse('export-unknown');
  const no = firstRefusal(
    [asked.authorisedBy === null, 'export-not-authorised'],
    [asked.expiresOn < dayOf(at), 'export-expired'],
  );
  const data = { committeeId, exportId, to: by.actor, participantIds: [...participantIds] };
  return no ?? accept({ type: 'nominative-export-made', data });
};
