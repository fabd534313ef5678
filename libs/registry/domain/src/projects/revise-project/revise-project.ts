import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { holds, holdsDay, whyNotFramed } from '../framing';
import { openToChange, type NotOpen } from '../open-to-change';
import type { KnownProject, Project } from '../project';
import type { Framing, ProjectRevised, RevisedFraming } from '../project-facts';

export type ReviseProject = Said<RevisedFraming>;

export type ReviseProjectRefusal = NotOpen | 'ends-before-it-begins' | 'codes-repeat' | 'window-too-narrow';

const fits = (window: Framing, { supports, targets }: KnownProject): boolean =>
  [...targets.values()].every((target) => target.withdrawn || holds(window, target)) &&
  supports.every(({ since, endedOn }) => holdsDay(window, since) && holdsDay(window, endedOn ?? since));

/** A window is revised around what was said: no target and no support is left outside it. */
export const reviseProject = (
  { data }: ReviseProject,
  project: Project,
): Decision<ProjectRevised, ReviseProjectRefusal> => {
  const change = openToChange(project);
  if ('no' in change) return change.no;
  const no = whyNotFramed(data);
  if (no !== undefined) return no;
  const { projectId: _, reason: _reason, ...framing } = data;
  if (differences<Framing>(change.open.framing, framing).length === 0) return accept();
  if (!fits(framing, change.open)) return refuse('window-too-narrow');
  return accept({ type: 'project-revised', data });
};
