import { accept, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../../committees/as-recorded';
import { firstRefusal } from '../../committees/first-refusal';
import { whyNotFramed } from '../framing';
import type { Project } from '../project';
import type { Opened, ProjectOpened, SupportBegun, SupportKind } from '../project-facts';

export type OpenProject = Said<
  Opened & {
    readonly committeeIds: readonly string[];
    readonly unitIds: readonly string[];
    readonly committeesKnown: boolean;
    readonly unitsKnown: boolean;
  }
>;

export type OpenProjectRefusal =
  | 'ends-before-it-begins'
  | 'codes-repeat'
  | 'donor-name-missing'
  | 'donor-name-not-needed'
  | 'committee-unknown'
  | 'unit-unknown'
  | 'differs-from-recorded';

/** A project names its donor by code, by name only where the list lacks it; it supports what it names from its first day. */
export const openProject = (
  { data }: OpenProject,
  project: Project,
): Decision<ProjectOpened | SupportBegun, OpenProjectRefusal> => {
  const { committeeIds, unitIds, committeesKnown, unitsKnown, ...opened } = data;
  if (project.status !== 'unknown') return asRecorded(project.opened, opened);
  const isOther = opened.donor === 'OTHER';
  const no =
    whyNotFramed(opened) ??
    firstRefusal(
      [isOther && opened.donorOther === null, 'donor-name-missing'],
      [!isOther && opened.donorOther !== null, 'donor-name-not-needed'],
      [!committeesKnown, 'committee-unknown'],
      [!unitsKnown, 'unit-unknown'],
    );
  if (no !== undefined) return no;
  const { projectId, from: since } = opened;
  const begun = (kind: SupportKind, ids: readonly string[]): readonly SupportBegun[] =>
    [...new Set(ids)].map((supportedId) => ({
      type: 'support-begun',
      data: { projectId, kind, supportedId, since },
    }));
  return accept<ProjectOpened | SupportBegun>(
    { type: 'project-opened', data: opened },
    ...begun('COMMITTEE', committeeIds),
    ...begun('UNIT', unitIds),
  );
};
