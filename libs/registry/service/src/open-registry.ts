import { errorFields } from '@benkan/observability';
import { textReader, type OpenModel, type Service, type ServiceDeps } from '@benkan/doors';
import { follow } from '@benkan/projections';
import { committeeDoors } from './committees/doors';
import type { RegistryContext } from './context';
import { unitKnowledge } from './known';
import { openModels } from './models';
import { participantDoors } from './participants/doors';
import { loadReference } from './reference/load-reference';
import { registrySlices } from './slices';
import { unitDoors } from './units/doors';
import { registerUnitDoor } from './units/register-unit';

const doorsOf = (context: RegistryContext) => [
  ...unitDoors(context),
  ...committeeDoors(context),
  ...participantDoors(context),
];

// until the reference territory can be listed too, milliseconds
const LISTED_MS = 30_000;

/** The registry: territory, committees, participants. */
export const openRegistry = async (deps: ServiceDeps, openModel: OpenModel): Promise<Service> => {
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
    texts: textReader(deps.vault),
    position: following.position,
    unitKnown: unitKnowledge(deps.current),
  };
  // the reference territory goes through the same door as any client
  const load = loadReference(registerUnitDoor(context), { ...deps, waitFor: following.waitFor });
  const listed = async (): Promise<void> => {
    await load;
    await following.caughtUp;
    const head = await deps.store.head();
    if (head !== undefined) await following.waitFor(head.commit, LISTED_MS);
  };
  return {
    name: 'registry',
    doors: doorsOf(context),
    ready: listed(),
    waitFor: following.waitFor,
    lag: following.lag,
    stop: following.stop,
  };
};
