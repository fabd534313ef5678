import { z } from 'zod';
import { CODE_SYSTEMS, UNIT_TYPES } from '../../code-lists';
import { day, edition, id, placeCode, sealedText } from '../../primitives';
import { defineEvent } from '../../stored-event';

/** What of a registration nobody printed: it was concluded from other sources. */
export const INFERRED_PARTS = ['PARENT', 'CODES'] as const;

const code = { system: z.enum(CODE_SYSTEMS), edition: edition(), code: placeCode() };
/** From the first day, until before the second; null is without end on that side. */
export const validity = { validFrom: day().nullable(), validTo: day().nullable() };

export const placeCodeOf = () => z.strictObject(code);
export const datedCodeOf = () => z.strictObject({ ...code, ...validity });

/** The unit a change is about, the day it takes effect and the act that says so. */
const dated = { unitId: id(), effectiveOn: day(), legalAct: sealedText().nullable() };

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
  /** It takes the place of others. */
  defineEvent('unit-descended', 1, z.strictObject({ unitId: id(), predecessors: z.array(id()) })),
  defineEvent('unit-inferred', 1, z.strictObject({ unitId: id(), parts: z.array(z.enum(INFERRED_PARTS)) })),
  defineEvent('code-assigned', 1, z.strictObject({ unitId: id(), ...code, ...validity })),
  defineEvent('unit-renamed', 1, z.strictObject({ ...dated, name: sealedText() })),
  defineEvent('unit-reclassified', 1, z.strictObject({ ...dated, unitType: z.enum(UNIT_TYPES) })),
  defineEvent('unit-moved', 1, z.strictObject({ ...dated, parentId: id() })),
  /** It became others, itself among them where it goes on. */
  defineEvent('unit-split', 1, z.strictObject({ ...dated, into: z.array(id()) })),
  /** It ended as a part of another. */
  defineEvent('unit-merged', 1, z.strictObject({ ...dated, into: id() })),
  defineEvent('unit-retired', 1, z.strictObject(dated)),
] as const;
