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
import { correctAttendanceDoor, recordAttendanceDoor } from './attendance';
import { openTrainings, type TrainingContext } from './context';
import { trainingTerritory } from './places';
import { planDoor } from './plan';
import { getTrainingDoor, listTrainingsDoor } from './queries';
import { trainingSlices } from './slices';
import { correctTestResultsDoor, recordTestResultsDoor } from './test-results';

const doorsOf = (context: TrainingContext) => [
  planDoor(context),
  recordAttendanceDoor(context),
  correctAttendanceDoor(context),
  recordTestResultsDoor(context),
  correctTestResultsDoor(context),
  listTrainingsDoor(context),
  getTrainingDoor(context),
];

/** Trainings: days, attendance, paired tests. */
export const openTraining = async (deps: ServiceDeps, openModel: OpenModel): Promise<Service> => {
  const model = await openTrainings(openModel);
  const following = await follow({
    store: deps.store,
    views: deps.views,
    ...trainingSlices,
    onSeen: deps.clock.seen,
    onTrouble: (what, error) => deps.log.warn('views wait', { what, ...errorFields(error) }),
  });
  const context: TrainingContext = {
    ...deps,
    trainings: model,
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
