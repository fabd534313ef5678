import { errorFields } from '@benkan/observability';
import {
  participantKnowledge,
  textReader,
  unitKnowledge,
  type OpenModel,
  type Service,
  type ServiceDeps,
} from '@benkan/doors';
import { follow } from '@benkan/projections';
import { openActivities, openTrainings, type TrainingContext } from './context';
import { doorsOf } from './doors';
import { trainingTerritory } from './places';
import { trainingSlices } from './slices';

/** Trainings: days, attendance, paired tests, what came of them; community activities. */
export const openTraining = async (deps: ServiceDeps, openModel: OpenModel): Promise<Service> => {
  const [trainings, activities] = await Promise.all([openTrainings(openModel), openActivities(openModel)]);
  const following = await follow({
    store: deps.store,
    views: deps.views,
    ...trainingSlices,
    onSeen: deps.clock.seen,
    onTrouble: (what, error) => deps.log.warn('views wait', { what, ...errorFields(error) }),
  });
  const context: TrainingContext = {
    ...deps,
    trainings,
    activities,
    texts: textReader(deps.vault),
    position: following.position,
    participantKnown: participantKnowledge(deps.ask),
    unitKnown: unitKnowledge(deps.ask),
  };
  return {
    name: 'training',
    doors: doorsOf(context),
    territory: trainingTerritory(deps),
    ready: following.caughtUp,
    waitFor: following.waitFor,
    lag: following.lag,
    stop: following.stop,
  };
};
