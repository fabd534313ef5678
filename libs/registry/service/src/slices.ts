import {
  actorMapsProjection,
  actorMapsSchema,
  committeesProjection,
  committeesSchema,
  participantsProjection,
  participantsSchema,
  projectsProjection,
  projectsSchema,
  reviewsProjection,
  reviewsSchema,
  unitsProjection,
  unitsSchema,
} from '@benkan/registry-read-model';
import { sliceOf, type Projection, type ServiceSlices } from '@benkan/projections';
import {
  actorMaps,
  committees,
  participants,
  projects,
  protections,
  readRegistry,
  units,
} from './aggregates';

/** Territory, committees, participants: what this service folds, for its own process and for operators. */
export const registrySlices: ServiceSlices = {
  database: 'benkan-registry',
  projections: [
    unitsProjection,
    committeesProjection,
    participantsProjection,
    projectsProjection,
    reviewsProjection,
    actorMapsProjection,
  ] as readonly Projection[],
  schemas: {
    [sliceOf(unitsProjection)]: unitsSchema,
    [sliceOf(committeesProjection)]: committeesSchema,
    [sliceOf(participantsProjection)]: participantsSchema,
    [sliceOf(projectsProjection)]: projectsSchema,
    [sliceOf(reviewsProjection)]: reviewsSchema,
    [sliceOf(actorMapsProjection)]: actorMapsSchema,
  },
  read: readRegistry,
  aggregates: [
    units.name,
    committees.name,
    participants.name,
    protections.name,
    projects.name,
    actorMaps.name,
  ],
};
