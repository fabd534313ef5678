import { supportedBy, unitOf, type KnownProject } from '@benkan/registry-domain';
import { commonUnit, treeOn } from '@benkan/registry-read-model';
import { dayOf } from '@benkan/kernel';
import { committees, projects } from '../aggregates';
import type { RegistryContext } from '../context';

/** The units a project ever supported, those of its committees as they are now. */
export const unitsOfProject = async (
  { current }: Pick<RegistryContext, 'current'>,
  project: KnownProject,
): Promise<readonly string[]> => {
  const supported = await Promise.all(
    supportedBy(project, 'COMMITTEE').map(async (id) => (await current(committees, id)).state),
  );
  const units = supported.flatMap((state) => (state.status === 'unknown' ? [] : [unitOf(state)]));
  return [...new Set([...units, ...supportedBy(project, 'UNIT')])];
};

/** The smallest unit that holds all it supports, on today's map; undefined for a country-wide one. */
export const unitOfProject = async (
  context: Pick<RegistryContext, 'current' | 'atlas' | 'now'>,
  projectId: string,
): Promise<string | undefined> => {
  const { state } = await context.current(projects, projectId);
  if (state.status === 'unknown') return undefined;
  const unitIds = await unitsOfProject(context, state);
  if (unitIds.length === 0) return undefined;
  return commonUnit(treeOn(await context.atlas(), dayOf(context.now().toISOString())), unitIds);
};
