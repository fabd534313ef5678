import { z } from 'zod';
import { CONSENT_CHANNELS, CONSENT_PURPOSES, ageBand, corps, sex, structureKind } from '../../code-lists';
import { defineQuery } from '../../contract';
import { pageOf, pageRequest } from '../../paging';
import { day, freeText, id } from '../../primitives';
import { getErasureCertificate } from './erasing';
import { listMergeCandidates } from './merging';

const participant = z.strictObject({
  id: id(),
  unitId: id(),
  sex: sex(),
  ageBand: ageBand(),
  structureKind: structureKind(),
  corps: corps().nullable(),
  /** Whether what named the person was destroyed: shown as « retiré ». */
  erased: z.boolean(),
  /** The record to go on with, where this one was found to be the same person. */
  mergedInto: id().nullable(),
  revision: z.string(),
});

export const listParticipants = defineQuery({
  name: 'registry.list-participants',
  summary: 'Participants, without personal data',
  request: z.strictObject({ ...pageRequest, unitId: id().optional(), territory: id().optional() }),
  response: pageOf(participant),
});

const wholeParticipant = participant.extend({
  consents: z.array(
    z.strictObject({
      purpose: z.enum(CONSENT_PURPOSES),
      status: z.enum(['GIVEN', 'WITHDRAWN']),
      channel: z.enum(CONSENT_CHANNELS),
      on: day(),
    }),
  ),
});

/** Read from the participant's own events, never from a view that may lag. */
export const getParticipant = defineQuery({
  name: 'registry.get-participant',
  summary: 'One participant, without personal data',
  request: z.strictObject({ participantId: id() }),
  response: wholeParticipant,
});

/** As many as a sheet has lines, each as `registry.get-participant` says. Whoever is unknown, or lies outside, is left out. */
export const getParticipants = defineQuery({
  name: 'registry.get-participants',
  summary: 'Up to 300 participants by id, without personal data; the unknown are left out',
  request: z.strictObject({ participantIds: z.array(id()).min(1).max(300) }),
  response: z.strictObject({ items: z.array(wholeParticipant) }),
});

export const searchParticipants = defineQuery({
  name: 'registry.search-participants',
  summary: 'Find participants by the code on the paper sheet, by phone, or by name within a unit',
  request: z.union([
    z.strictObject({ unitId: id(), code: freeText(40) }),
    z.strictObject({ phone: freeText(40) }),
    z.strictObject({ unitId: id(), firstNames: freeText(120), lastName: freeText(120) }),
  ]),
  response: z.strictObject({ items: z.array(participant) }),
});

export const participantQueries = [
  listParticipants,
  getParticipant,
  getParticipants,
  searchParticipants,
  listMergeCandidates,
  getErasureCertificate,
] as const;
