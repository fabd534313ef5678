import { z } from 'zod';
import {
  COMMITTEE_LEVELS,
  COMMITTEE_STATUSES,
  COMMITTEE_TEMPLATES,
  FREQUENCIES,
  PRESIDENCY_STATES,
} from '../../code-lists';
import { defineQuery } from '../../contract';
import { pageOf, pageRequest } from '../../paging';
import { day, id } from '../../primitives';
import {
  bureauRole,
  capacity,
  endReason,
  frequency,
  quality,
  quorum,
  seatBasis,
  seatCategory,
  suspensionReason,
} from './shapes';

const presidency = z.strictObject({
  state: z.enum(PRESIDENCY_STATES),
  capacity: capacity().nullable(),
  participantId: id().nullable(),
  since: day().nullable(),
});

const committee = z.strictObject({
  id: id(),
  unitId: id(),
  level: z.enum(COMMITTEE_LEVELS),
  name: z.string(),
  legalAct: z.string(),
  /** By the rules adopted last; as said at the establishment without any. */
  frequency: z.enum(FREQUENCIES),
  installedOn: day().nullable(),
  status: z.enum(COMMITTEE_STATUSES),
  presidency,
  revision: z.string(),
});

const sitting = z.strictObject({
  membershipId: id(),
  participantId: id(),
  from: day(),
  termEndsOn: day().nullable(),
});

const seatShape = {
  category: seatCategory(),
  label: z.string(),
  basis: seatBasis(),
  alternatesAllowed: z.boolean(),
  isFsi: z.boolean(),
  isFds: z.boolean(),
};

const seat = z.strictObject({
  id: id(),
  ...seatShape,
  definedOn: day().nullable(),
  holder: sitting.nullable(),
  alternate: sitting.nullable(),
});

export const listCommittees = defineQuery({
  name: 'registry.list-committees',
  summary: 'Committees',
  request: z.strictObject({
    ...pageRequest,
    unitId: id().optional(),
    level: z.enum(COMMITTEE_LEVELS).optional(),
    status: z.enum(COMMITTEE_STATUSES).optional(),
    presidency: z.enum(PRESIDENCY_STATES).optional(),
    territory: id().optional(),
  }),
  response: pageOf(committee),
});

/** Read from the committee's own events, never from a view that may lag. */
export const getCommittee = defineQuery({
  name: 'registry.get-committee',
  summary: 'One committee with its seats, presidency, rules and bureau, as its events say now',
  request: z.strictObject({ committeeId: id() }),
  response: committee.extend({
    template: z.enum(COMMITTEE_TEMPLATES).nullable(),
    rules: z
      .strictObject({
        frequency: frequency(),
        quorum: quorum().nullable(),
        source: z.string().nullable(),
        adoptedOn: day(),
      })
      .nullable(),
    presidency: presidency.extend({ legalAct: z.string().nullable(), note: z.string().nullable() }),
    seats: z.array(seat),
    bureau: z.array(z.strictObject({ role: bureauRole(), seatId: id(), since: day() })),
    commissions: z.array(
      z.strictObject({ id: id(), theme: z.string(), createdOn: day(), closedOn: day().nullable() }),
    ),
    suspension: z
      .strictObject({ since: day(), reason: suspensionReason(), note: z.string().nullable() })
      .nullable(),
    /** Units it was transferred to, oldest first; it was established for another one. */
    transfers: z.array(z.strictObject({ unitId: id(), transferredOn: day(), legalAct: z.string() })),
  }),
});

export const listMemberships = defineQuery({
  name: 'registry.list-memberships',
  summary: 'Who sat on which seat of a committee, from the first to the last',
  request: z.strictObject({
    ...pageRequest,
    committeeId: id(),
    seatId: id().optional(),
    /** Only those who sat on that day. */
    on: day().optional(),
  }),
  response: pageOf(
    sitting.extend({
      seatId: id(),
      quality: quality(),
      legalAct: z.string(),
      ended: z.strictObject({ endedOn: day(), reason: endReason(), note: z.string().nullable() }).nullable(),
    }),
  ),
});

export const listCommitteeTemplates = defineQuery({
  name: 'registry.list-committee-templates',
  summary: 'Compositions a committee may be established with',
  request: z.strictObject({}),
  response: z.strictObject({
    items: z.array(
      z.strictObject({
        template: z.enum(COMMITTEE_TEMPLATES),
        level: z.enum(COMMITTEE_LEVELS),
        seats: z.array(z.strictObject(seatShape)),
      }),
    ),
  }),
});

export const committeeQueries = [
  listCommittees,
  getCommittee,
  listMemberships,
  listCommitteeTemplates,
] as const;
