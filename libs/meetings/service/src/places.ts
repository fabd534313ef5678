import { subtreeAsked, territoryOf, unitsAsked, type ServiceDeps, type Territory } from '@benkan/doors';
import { meetings, recommendations } from './aggregates';

/** Where meetings and recommendations lie: in the unit their committee had when they were first said. */
export const meetingsTerritory = ({
  ask,
  current,
  now,
}: Pick<ServiceDeps, 'ask' | 'current' | 'now'>): Territory =>
  territoryOf({
    below: subtreeAsked(ask),
    units: {
      ...unitsAsked(ask),
      meeting: async (id) => {
        const { state } = await current(meetings, id);
        return state.status === 'unknown' ? undefined : state.convened.unitId;
      },
      recommendation: async (id) => {
        const { state } = await current(recommendations, id);
        return state.status === 'unknown' ? undefined : state.issued.unitId;
      },
    },
    now,
  });
