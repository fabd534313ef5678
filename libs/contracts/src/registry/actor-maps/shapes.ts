import { z } from 'zod';
import { SEAT_CATEGORIES } from '../../code-lists';
import { day, id } from '../../primitives';

/** An organisation or a role before a person: a person needs the restricted class and a day of expiry. */
export const ACTOR_KINDS = ['ORGANISATION', 'ROLE', 'PERSON'] as const;
/** Of an actor's name: read by those who read the map, or only by a reveal that is recorded. */
export const DATA_CLASSES = ['INTERNAL', 'RESTRICTED'] as const;
/** How reliable the source is, from A (tried and true) to F (cannot be judged). */
export const SOURCE_RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const EXCLUDED_GROUPS = [
  'WOMEN',
  'YOUTH',
  'DISPLACED',
  'PERSONS_WITH_DISABILITIES',
  'HERDERS',
  'TRADERS',
  'OTHER',
] as const;
export const INCLUSION_OUTCOMES = ['NOT_YET', 'SEATED', 'ATTENDING', 'NO_LONGER_EXCLUDED'] as const;
/** A draft is open; a published map is superseded by the next one of its unit. */
export const ACTOR_MAP_STATUSES = ['DRAFT', 'PUBLISHED', 'SUPERSEDED', 'ARCHIVED'] as const;
/** Whether a name is shown, kept for a recorded reveal, or gone since its expiry. */
export const NAME_STATES = ['SHOWN', 'WITHHELD', 'EXPIRED'] as const;

export const actorKind = () => z.enum(ACTOR_KINDS);
export const dataClass = () => z.enum(DATA_CLASSES);
export const sourceReliability = () => z.enum(SOURCE_RELIABILITIES);
export const excludedGroup = () => z.enum(EXCLUDED_GROUPS);
export const inclusionOutcome = () => z.enum(INCLUSION_OUTCOMES);
export const actorMapStatus = () => z.enum(ACTOR_MAP_STATUSES);
export const nameState = () => z.enum(NAME_STATES);
export const category = () => z.enum(SEAT_CATEGORIES);
/** From 1, the least, to 5. */
export const score = () => z.number().int().min(1).max(5);

/** What is stored and shown of an actor beside the name. Stance, ethnicity and belief have no field. */
export const actorTraits = {
  kind: actorKind(),
  category: category(),
  influence: score(),
  interest: score(),
  /** Null: not known. */
  seatOnCommittee: z.union([z.literal(true), z.literal(false), z.null()]),
  dataClass: dataClass(),
  /** The last day the name may be read. */
  expiresOn: day().nullable(),
  sourceReliability: sourceReliability().nullable(),
};

export const exampleIds = {
  unitId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c11',
  actorMapId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c61',
  actorId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c62',
  exclusionId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c63',
} as const;

/** Every fact of a map is of one map. */
export const ofMap = { actorMapId: id() };
