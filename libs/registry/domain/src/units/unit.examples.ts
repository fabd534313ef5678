import { at, by, ids, registered, text } from '../registry.examples';
import type { PlaceCode, UnitFact } from './unit-facts';

export { at, by, ids, registered, text };

export const DAY = '2023-03-13';
export const LATER = '2024-02-01';
export const act = text('8');

export const cod: PlaceCode = { system: 'HDX_COD', edition: '2015', code: 'ML0702' };
export const codRenumbered: PlaceCode = { system: 'HDX_COD', edition: '2021', code: 'ML0701' };
export const iso: PlaceCode = { system: 'ISO_3166_2', edition: '2020', code: 'ML-7' };

const dated = { unitId: ids.unit, effectiveOn: DAY, legalAct: act };
export const north = '66666666-6666-5666-8666-666666666666';
export const south = '77777777-7777-5777-8777-777777777777';

export const renamed = { type: 'unit-renamed', data: { ...dated, name: text('5') } } satisfies UnitFact;
export const reclassified = {
  type: 'unit-reclassified',
  data: { ...dated, unitType: 'ARRONDISSEMENT' },
} satisfies UnitFact;
export const moved = { type: 'unit-moved', data: { ...dated, parentId: north } } satisfies UnitFact;
export const split = { type: 'unit-split', data: { ...dated, into: [north, south] } } satisfies UnitFact;
export const merged = { type: 'unit-merged', data: { ...dated, into: north } } satisfies UnitFact;
export const retired = { type: 'unit-retired', data: dated } satisfies UnitFact;
export const coded = {
  type: 'code-assigned',
  data: {
    unitId: ids.unit,
    ...{ system: 'LOI_2023_006', edition: '2023', code: '06', validFrom: DAY, validTo: null },
  },
} satisfies UnitFact;

/** What a door knows where nothing stands in the way. */
export const allIsWell = {
  register: {
    predecessors: [],
    inferred: [],
    ...{ parentKnown: true, parentStands: true, predecessorsKnown: true, codeHeld: false },
  },
  move: { parentKnown: true, parentStands: true, above: [north] },
  ending: { successorsKnown: true, successorsStand: true, unitsBelow: false },
} as const;
