import { territoryOf, type Territory } from '@benkan/doors';
import type { CurrentState } from '@benkan/event-store';
import { unitOf } from '@benkan/registry-domain';
import { committees, participants } from './aggregates';
import type { RegistryContext } from './context';
import { unitOfActorMap } from './actor-maps/where';
import { unitOfProject } from './projects/where';
import { subtree } from './units/queries';

/** The unit a committee has now, by its own events. */
const unitOfCommittee = async (current: CurrentState, committeeId: string): Promise<string | undefined> => {
  const { state } = await current(committees, committeeId);
  return state.status === 'unknown' ? undefined : unitOf(state);
};

const unitOfParticipant = async (
  current: CurrentState,
  participantId: string,
): Promise<string | undefined> => {
  const { state } = await current(participants, participantId);
  return state.status === 'unknown' ? undefined : state.unitId;
};

/** Where the registry's things lie: a resolver a kind, from the thing's own events. */
export const registryTerritory = (context: RegistryContext): Territory =>
  territoryOf({
    below: async (unitId) => (await subtree(context, unitId)) ?? [],
    units: {
      committee: (id) => unitOfCommittee(context.current, id),
      participant: (id) => unitOfParticipant(context.current, id),
      project: (id) => unitOfProject(context, id),
      'actor-map': (id) => unitOfActorMap(context, id),
    },
    now: context.now,
  });
