import { z } from 'zod';
import { COMMITTEE_LEVELS, FREQUENCIES, UNIT_TYPES, ageBand, corps, sex, structureKind } from '../code-lists';
import { defineQuery } from '../contract';
import { pageOf, pageRequest } from '../paging';
import { day, freeText, id, placeCode } from '../primitives';
import { placeCodeOf } from './events';

const unit = z.strictObject({
  id: id(),
  unitType: z.enum(UNIT_TYPES),
  parentId: id().nullable(),
  name: z.string(),
  codes: z.array(placeCodeOf()),
  validFrom: day().nullable(),
});

const committee = z.strictObject({
  id: id(),
  unitId: id(),
  level: z.enum(COMMITTEE_LEVELS),
  name: z.string(),
  legalAct: z.string(),
  frequency: z.enum(FREQUENCIES),
  installedOn: day().nullable(),
  revision: z.string(),
});

const participant = z.strictObject({
  id: id(),
  unitId: id(),
  sex: sex(),
  ageBand: ageBand(),
  structureKind: structureKind(),
  corps: corps().nullable(),
  revision: z.string(),
});

export const listUnits = defineQuery({
  name: 'registry.list-units',
  summary: 'Territorial units',
  request: z.strictObject({
    ...pageRequest,
    unitType: z.enum(UNIT_TYPES).optional(),
    parentId: id().optional(),
    code: placeCode().optional(),
    territory: id().optional(),
  }),
  response: pageOf(unit),
});

export const getUnit = defineQuery({
  name: 'registry.get-unit',
  summary: 'One territorial unit',
  request: z.strictObject({ unitId: id() }),
  response: unit,
});

export const listCommittees = defineQuery({
  name: 'registry.list-committees',
  summary: 'Committees',
  request: z.strictObject({
    ...pageRequest,
    unitId: id().optional(),
    level: z.enum(COMMITTEE_LEVELS).optional(),
    territory: id().optional(),
  }),
  response: pageOf(committee),
});

/** Read from the committee's own events, never from a view that may lag. */
export const getCommittee = defineQuery({
  name: 'registry.get-committee',
  summary: 'One committee, as its events say now',
  request: z.strictObject({ committeeId: id() }),
  response: committee,
});

export const listParticipants = defineQuery({
  name: 'registry.list-participants',
  summary: 'Participants, without personal data',
  request: z.strictObject({ ...pageRequest, unitId: id().optional(), territory: id().optional() }),
  response: pageOf(participant),
});

/** Read from the participant's own events, never from a view that may lag. */
export const getParticipant = defineQuery({
  name: 'registry.get-participant',
  summary: 'One participant, without personal data',
  request: z.strictObject({ participantId: id() }),
  response: participant,
});

export const searchParticipants = defineQuery({
  name: 'registry.search-participants',
  summary: 'Find a participant by the code on the paper sheet or by phone',
  request: z.union([
    z.strictObject({ unitId: id(), code: freeText(40) }),
    z.strictObject({ phone: freeText(40) }),
  ]),
  response: z.strictObject({ items: z.array(participant) }),
});

export const queries = [
  listUnits,
  getUnit,
  listCommittees,
  getCommittee,
  listParticipants,
  getParticipant,
  searchParticipants,
] as const;
