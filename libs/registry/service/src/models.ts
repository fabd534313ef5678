import type { OpenModel } from '@benkan/doors';
import { committeesSchema, participantsSchema, unitsSchema } from '@benkan/registry-read-model';
import type { findUnit, listCommittees, listParticipants } from '@benkan/registry-read-model';

export type UnitsModel = Parameters<typeof findUnit>[0];
export type CommitteesModel = Parameters<typeof listCommittees>[0];
export type ParticipantsModel = Parameters<typeof listParticipants>[0];

export const openModels = async (open: OpenModel) => ({
  units: await open<typeof unitsSchema, UnitsModel>('Unit', unitsSchema),
  committees: await open<typeof committeesSchema, CommitteesModel>('Committee', committeesSchema),
  participants: await open<typeof participantsSchema, ParticipantsModel>('Participant', participantsSchema),
});
