import { actorMaps } from '../aggregates';
import type { RegistryContext } from '../context';

/** The unit an actor map is of, by its own events. */
export const unitOfActorMap = async (
  { current }: Pick<RegistryContext, 'current'>,
  actorMapId: string,
): Promise<string | undefined> => {
  const { state } = await current(actorMaps, actorMapId);
  return state.status === 'unknown' ? undefined : state.started.unitId;
};
