import { z } from 'zod';
import { REVEAL_PURPOSES } from '../../code-lists';
import { day, digest, id, sealedText } from '../../primitives';
import { defineEvent } from '../../stored-event';
import { actorTraits, excludedGroup, inclusionOutcome, ofMap } from './shapes';

const actor = { ...ofMap, actorId: id() };
const exclusion = { ...ofMap, exclusionId: id() };
/** The earlier map it was taken over from; null where it was said on this one. */
const carried = { carriedFrom: id().nullable() };

/** Every event type an actor map has ever stored. */
export const actorMapEvents = [
  defineEvent(
    'actor-mapping-started',
    1,
    z.strictObject({
      ...ofMap,
      unitId: id(),
      /** Of its unit, from 1 on. */
      version: z.number().int().min(1),
      mappedOn: day(),
      basedOn: id().nullable(),
    }),
  ),
  defineEvent(
    'actor-added',
    1,
    z.strictObject({ ...actor, name: sealedText(), ...actorTraits, on: day(), ...carried }),
  ),
  /** Everything the actor is from that day on. */
  defineEvent(
    'actor-revised',
    1,
    z.strictObject({ ...actor, name: sealedText(), ...actorTraits, on: day(), reason: sealedText() }),
  ),
  defineEvent('actor-removed', 1, z.strictObject({ ...actor, on: day(), reason: sealedText() })),
  defineEvent(
    'restricted-actor-revealed',
    1,
    z.strictObject({ ...actor, purpose: z.enum(REVEAL_PURPOSES), to: digest() }),
  ),
  /** Its day has gone by: the name was destroyed in the vault. */
  defineEvent('actor-name-expired', 1, z.strictObject({ ...actor, on: day() })),
  defineEvent(
    'excluded-group-flagged',
    1,
    z.strictObject({
      ...exclusion,
      group: excludedGroup(),
      otherGroup: sealedText().nullable(),
      actorId: id().nullable(),
      on: day(),
      ...carried,
    }),
  ),
  defineEvent(
    'inclusion-strategy-proposed',
    1,
    z.strictObject({ ...exclusion, strategyId: id(), text: sealedText(), on: day(), ...carried }),
  ),
  defineEvent(
    'inclusion-reviewed',
    1,
    z.strictObject({
      ...exclusion,
      reviewedOn: day(),
      outcome: inclusionOutcome(),
      note: sealedText().nullable(),
    }),
  ),
  defineEvent('actor-map-published', 1, z.strictObject({ ...ofMap, on: day() })),
  /** `by`: the next published map of the unit. */
  defineEvent('actor-map-superseded', 1, z.strictObject({ ...ofMap, by: id(), on: day() })),
  defineEvent('actor-map-archived', 1, z.strictObject({ ...ofMap, on: day(), reason: sealedText() })),
] as const;
