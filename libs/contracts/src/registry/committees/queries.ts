import { z } from 'zod';
import { COMMITTEE_LEVELS, FREQUENCIES } from '../../code-lists';
import { defineQuery } from '../../contract';
import { pageOf, pageRequest } from '../../paging';
import { day, id } from '../../primitives';

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

export const committeeQueries = [listCommittees, getCommittee] as const;
