import { permits } from '@benkan/contracts';
import { receiveImport } from '@benkan/contracts/imports';
import { grantsFor, type Grant, type Principal } from '@benkan/security';
import type { Because, Territory } from '@benkan/doors';
import type { Job } from './jobs/job';
import { kinds } from './kinds';

/** The grants under which a principal may send an import of a kind: those that may say what its rows say. */
export const uploadGrants = (principal: Principal, kind: keyof typeof kinds): readonly Grant[] =>
  grantsFor(principal, (role) => permits(receiveImport.name, [role]) && permits(kinds[kind].needs, [role]));

/** Who an import speaks as: its uploader, for this import alone, in the uploader's territories alone. */
export const importerOf = ({ id, importKind, uploader }: Job): Principal & { readonly importId: string } => ({
  issuer: uploader.issuer,
  subject: uploader.subject,
  roles: uploadGrants(uploader, importKind).map(({ territory }) => ({ role: 'importer', territory })),
  importId: id,
});

const TREE_MS = 1_000;

/** Whether every unit an import could write to lies inside one of the supervisor's territories. */
const oversees = async (
  territory: Territory,
  { grants, because }: { readonly grants: readonly Grant[]; readonly because: Because },
  job: Job,
): Promise<boolean> => {
  if (grants.some((grant) => grant.territory === null)) return true;
  const trees = await Promise.all(
    grants.flatMap((grant) =>
      grant.territory === null ? [] : [territory.below(grant.territory, because, TREE_MS)],
    ),
  );
  const limits = importerOf(job).roles;
  return (
    limits.length > 0 &&
    limits.every(({ territory: unitId }) => unitId !== null && trees.some((tree) => tree.has(unitId)))
  );
};

/** A report quotes cells as read: it is for whoever sent the file, and for the supervisor of all it may write to. */
export const mayRead = async (
  territory: Territory,
  { principal, because }: { readonly principal: Principal; readonly because: Because },
  job: Job,
): Promise<boolean> => {
  const { uploader } = job;
  if (principal.issuer === uploader.issuer && principal.subject === uploader.subject) return true;
  const grants = grantsFor(principal, (role) => role === 'supervisor');
  return grants.length > 0 && oversees(territory, { grants, because }, job);
};
