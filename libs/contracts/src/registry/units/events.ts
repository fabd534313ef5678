import { z } from 'zod';
import { CODE_SYSTEMS, UNIT_TYPES } from '../../code-lists';
import { day, edition, id, placeCode, sealedText } from '../../primitives';
import { defineEvent } from '../../stored-event';

export const placeCodeOf = () =>
  z.strictObject({ system: z.enum(CODE_SYSTEMS), edition: edition(), code: placeCode() });

/** Every event type a territorial unit has ever stored. */
export const unitEvents = [
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
] as const;
