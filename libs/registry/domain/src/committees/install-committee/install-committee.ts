import { accept, dayOf, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Committee, CommitteeInstalled, Installed } from '../committee';

export type InstallCommittee = Said<Installed>;

export type InstallCommitteeRefusal =
  'committee-unknown' | 'installed-in-the-future' | 'differs-from-recorded';

/** An established committee is installed once, on a day that has come. */
export const installCommittee = (
  { data: { committeeId, installedOn }, at }: InstallCommittee,
  committee: Committee,
): Decision<CommitteeInstalled, InstallCommitteeRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  if (committee.status === 'installed') {
    const differing = differences({ installedOn: committee.installedOn }, { installedOn });
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  if (installedOn > dayOf(at)) return refuse('installed-in-the-future');
  return accept({ type: 'committee-installed', data: { committeeId, installedOn } });
};
