import { refuse, type Refusal } from '@benkan/kernel';
import type { KnownProject, Project } from './project';

export type NotOpen = 'project-unknown' | 'project-closed';

/** The project where something may still be said of it; else why not. */
export const openToChange = (
  project: Project,
): { readonly open: KnownProject } | { readonly no: Refusal<NotOpen> } => {
  if (project.status === 'unknown') return { no: refuse('project-unknown') };
  return project.status === 'closed' ? { no: refuse('project-closed') } : { open: project };
};
