import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../../committees/as-recorded';
import { firstRefusal } from '../../committees/first-refusal';
import type { Project } from '../project';
import type { Closed, ProjectClosed } from '../project-facts';

export type CloseProject = Said<Closed>;

export type CloseProjectRefusal =
  'project-unknown' | 'in-the-future' | 'before-it-began' | 'differs-from-recorded';

/** A project is closed once, on a day that has come, before or after the end of its window. */
export const closeProject = (
  { data, at }: CloseProject,
  project: Project,
): Decision<ProjectClosed, CloseProjectRefusal> => {
  if (project.status === 'unknown') return refuse('project-unknown');
  if (project.closed !== null) return asRecorded(project.closed, { closedOn: data.closedOn });
  const no = firstRefusal(
    [data.closedOn > dayOf(at), 'in-the-future'],
    [data.closedOn < project.framing.from, 'before-it-began'],
  );
  return no ?? accept({ type: 'project-closed', data });
};
