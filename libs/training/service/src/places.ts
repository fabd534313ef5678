import { subtreeAsked, territoryOf, unitsAsked, type ServiceDeps, type Territory } from '@benkan/doors';
import { activities, trainings } from './aggregates';

/** Where trainings lie: in the unit they were planned for; activities: in that of their committee when they were recorded. */
export const trainingTerritory = ({
  ask,
  current,
  now,
}: Pick<ServiceDeps, 'ask' | 'current' | 'now'>): Territory =>
  territoryOf({
    below: subtreeAsked(ask),
    units: {
      ...unitsAsked(ask),
      training: async (id) => {
        const { state } = await current(trainings, id);
        return state.status === 'unknown' ? undefined : state.planned.unitId;
      },
      activity: async (id) => {
        const { state } = await current(activities, id);
        return state.status === 'unknown' ? undefined : state.told.unitId;
      },
    },
    now,
  });
