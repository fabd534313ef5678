import { errorFields } from '@benkan/observability';
import { textReader, type OpenModel, type Service, type ServiceDeps } from '@benkan/doors';
import { follow } from '@benkan/projections';
import { atlasOf } from '@benkan/registry-read-model';
import { actorMapDoors } from './actor-maps/doors';
import { expireNamesDue } from './actor-maps/expire-names';
import { committeeDoors } from './committees/doors';
import type { RegistryContext } from './context';
import { unitKnowledge } from './known';
import { openModels } from './models';
import { participantDoors } from './participants/doors';
import { participantUpkeep } from './participants/upkeep';
import { projectDoors } from './projects/doors';
import { protectionDoors } from './protection/doors';
import { registryTerritory } from './places';
import { loadBelow } from './reference/load-below';
import { loadReference } from './reference/load-reference';
import { registrySlices } from './slices';
import { unitDoors } from './units/doors';
import { assignCodeDoor } from './units/assign-code';
import { registerUnitDoor } from './units/register-unit';

const doorsOf = (context: RegistryContext) => [
  ...unitDoors(context),
  ...committeeDoors(context),
  ...participantDoors(context),
  ...protectionDoors(context),
  ...projectDoors(context),
  ...actorMapDoors(context),
];

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }));

// until the reference territory can be listed too, milliseconds
const LISTED_MS = 30_000;

/**
 * The registry: territory, committees, participants. `core` leaves the reference territory below the régions out;
 * `whole` loads it in the background, not before `mayLoad`.
 */
export const openRegistry = async (
  deps: ServiceDeps,
  openModel: OpenModel,
  reference: 'whole' | 'core' = 'whole',
  mayLoad: Promise<void> = Promise.resolve(),
): Promise<Service> => {
  const models = await openModels(openModel);
  const following = await follow({
    store: deps.store,
    views: deps.views,
    ...registrySlices,
    onSeen: deps.clock.seen,
    onTrouble: (what, error) => deps.log.warn('views wait', { what, ...errorFields(error) }),
  });
  const context: RegistryContext = {
    ...deps,
    ...models,
    atlas: atlasOf(models.units, following.position),
    texts: textReader(deps.vault),
    position: following.position,
    unitKnown: unitKnowledge(deps.current),
  };
  // the reference territory goes through the same door as any client
  const doors = { register: registerUnitDoor(context), assign: assignCodeDoor(context) };
  const loading = { doors, doorkeeper: { ...deps, waitFor: following.waitFor } };
  const load = loadReference(loading.doors, loading.doorkeeper);
  const listed = async (): Promise<void> => {
    await load;
    await following.caughtUp;
    const head = await deps.store.head();
    if (head !== undefined) await following.waitFor(head.commit, LISTED_MS);
  };
  const ready = listed();
  const stopping = new AbortController();
  // what lies below comes after everybody can begin
  const below = Promise.all([ready, Promise.race([mayLoad, aborted(stopping.signal)])]).then(
    () =>
      reference === 'whole' && !stopping.signal.aborted
        ? loadBelow({ ...deps, ...loading, signal: stopping.signal })
        : undefined,
    () => undefined,
  );
  const upkeep = participantUpkeep(context, () => expireNamesDue(context));
  void ready.then(upkeep.work, () => undefined);
  return {
    name: 'registry',
    doors: doorsOf(context),
    territory: registryTerritory(context),
    ready,
    waitFor: following.waitFor,
    lag: following.lag,
    stop: async () => {
      stopping.abort();
      await upkeep.stop();
      await below;
      await following.stop();
    },
  };
};
