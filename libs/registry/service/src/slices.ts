import {
  committeesProjection,
  committeesSchema,
  participantsProjection,
  participantsSchema,
  unitsProjection,
  unitsSchema,
} from '@benkan/registry-read-model';
import { sliceOf, type Projection, type ServiceSlices } from '@benkan/projections';
import { committees, participants, protections, readRegistry, units } from './aggregates';

/** Territory, committees, participants: what this service folds, for its own process and for operators. */
export const registrySlices: ServiceSlices = {
  database: 'benkan-registry',
  projections: [unitsProjection, committeesProjection, participantsProjection] as readonly Projection[],
  schemas: {
    [sliceOf(unitsProjection)]: unitsSchema,
    [sliceOf(committeesProjection)]: committeesSchema,
    [sliceOf(participantsProjection)]: participantsSchema,
  },
  read: readRegistry,
  aggregates: [units.name, committees.name, participants.name, protections.name],
};
