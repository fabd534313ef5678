import { z } from 'zod';
import {
  CODE_SYSTEMS,
  COMMITTEE_LEVELS,
  FREQUENCIES,
  REVEAL_PURPOSES,
  UNIT_TYPES,
  ageBand,
  corps,
  sex,
  structureKind,
} from '../code-lists';
import { day, digest, edition, id, placeCode, sealedText } from '../primitives';
import { defineEvent } from '../stored-event';

export const placeCodeOf = () =>
  z.strictObject({ system: z.enum(CODE_SYSTEMS), edition: edition(), code: placeCode() });

const participantTraits = {
  sex: sex(),
  ageBand: ageBand(),
  structureKind: structureKind(),
  corps: corps().nullable(),
};

/** Every event type the registry has ever stored. */
export const storedEvents = [
  defineEvent(
    'unit-registered',
    1,
    z.strictObject({
      unitId: id(),
      unitType: z.enum(UNIT_TYPES),
      parentId: id().nullable(),
      name: sealedText(),
      codes: z.array(placeCodeOf()),
      validFrom: day().nullable(),
    }),
  ),
  defineEvent(
    'committee-established',
    1,
    z.strictObject({
      committeeId: id(),
      unitId: id(),
      level: z.enum(COMMITTEE_LEVELS),
      name: sealedText(),
      legalAct: sealedText(),
      frequency: z.enum(FREQUENCIES),
    }),
  ),
  defineEvent('committee-installed', 1, z.strictObject({ committeeId: id(), installedOn: day() })),
  defineEvent(
    'participant-registered',
    1,
    z.strictObject({ participantId: id(), unitId: id(), ...participantTraits }),
  ),
  defineEvent(
    'participant-corrected',
    1,
    z.strictObject({
      participantId: id(),
      ...participantTraits,
      personal: z.boolean(),
      reason: sealedText(),
    }),
  ),
  defineEvent(
    'personal-data-revealed',
    1,
    z.strictObject({ participantId: id(), purpose: z.enum(REVEAL_PURPOSES), to: digest() }),
  ),
  /** Holds a key for one aggregate across streams, e.g. a unit and level for its committee. */
  defineEvent('reserved', 1, z.strictObject({ holder: id() })),
  /** The holder gives it up; the next to ask may hold it. */
  defineEvent('released', 1, z.strictObject({ holder: id() })),
] as const;
