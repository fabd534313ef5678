import type { OpenModel } from '@benkan/doors';
import {
  actorMapsSchema,
  committeesSchema,
  participantsSchema,
  projectsSchema,
  reviewsSchema,
  unitsSchema,
} from '@benkan/registry-read-model';
import type {
  findUnit,
  listActorMaps,
  listCommittees,
  listParticipants,
  listProjects,
  listReviewsDue,
} from '@benkan/registry-read-model';

export type UnitsModel = Parameters<typeof findUnit>[0];
export type CommitteesModel = Parameters<typeof listCommittees>[0];
export type ParticipantsModel = Parameters<typeof listParticipants>[0];
export type ProjectsModel = Parameters<typeof listProjects>[0];
export type ReviewsModel = Parameters<typeof listReviewsDue>[0];
export type ActorMapsModel = Parameters<typeof listActorMaps>[0];

export const openModels = async (open: OpenModel) => ({
  units: await open<typeof unitsSchema, UnitsModel>('Unit', unitsSchema),
  committees: await open<typeof committeesSchema, CommitteesModel>('Committee', committeesSchema),
  participants: await open<typeof participantsSchema, ParticipantsModel>('Participant', participantsSchema),
  projects: await open<typeof projectsSchema, ProjectsModel>('Project', projectsSchema),
  reviews: await open<typeof reviewsSchema, ReviewsModel>('RiskReview', reviewsSchema),
  actorMaps: await open<typeof actorMapsSchema, ActorMapsModel>('ActorMap', actorMapsSchema),
});
