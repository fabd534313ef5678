import { queryDoor, unknownResource } from '@benkan/doors';
import { getProject } from '@benkan/contracts/registry';
import type { KnownProject } from '@benkan/registry-domain';
import { projects } from '../aggregates';
import { maybe, type TextOf } from '../committees/shown';
import type { RegistryContext } from '../context';
import { unitsOfProject } from './where';

const targets = (state: KnownProject) =>
  [...state.targets.values()].map(({ targetId: id, reason: _, ...target }) => ({ id, ...target }));

const whole = (state: KnownProject, textOf: TextOf) => {
  const { projectId: id, title, donor, donorOther, implementer } = state.opened;
  return {
    ...{ id, title: textOf(title), donor, donorOther: maybe(donorOther, textOf) },
    ...{ implementer: maybe(implementer, textOf), ...state.framing },
    closedOn: state.closed?.closedOn ?? null,
    countryWide: state.supports.length === 0,
    supports: [...state.supports],
    targets: targets(state),
  };
};

/** registry.get-project: it lies wherever it supports something; a country-wide one lies everywhere. */
export const getProjectDoor = (context: RegistryContext) =>
  queryDoor(getProject, async ({ body: { projectId }, unitIds }) => {
    const { state, revision } = await context.current(projects, projectId);
    if (state.status === 'unknown') throw unknownResource();
    const units = await unitsOfProject(context, state);
    const reached =
      unitIds === undefined || units.length === 0 ? true : units.some((id) => unitIds.includes(id));
    if (!reached) throw unknownResource();
    const { title, donorOther, implementer } = state.opened;
    const textOf = await context.texts([title, donorOther, implementer]);
    return { ...whole(state, textOf), revision: revision.toString() };
  });
