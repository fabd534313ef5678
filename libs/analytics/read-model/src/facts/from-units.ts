import { changedUnit, endedUnit, recodedUnit, registeredUnit } from './dated-unit';
import { on } from './rule';

type OfUnit = { readonly unitId: string };
const about = ({ unitId }: OfUnit) => ['unit', unitId] as const;

/** Units and what happens to them on a day. */
export const unitRules = [
  on('unit-registered', { about, tell: registeredUnit }),
  on('code-assigned', { about, tell: recodedUnit }),
  on('unit-renamed', {
    about,
    tell: ({ effectiveOn, name }, before) => changedUnit(before, effectiveOn, { name }),
  }),
  on('unit-reclassified', {
    about,
    tell: ({ effectiveOn, unitType }, before) => changedUnit(before, effectiveOn, { unitType }),
  }),
  on('unit-moved', {
    about,
    tell: ({ effectiveOn, parentId }, before) => changedUnit(before, effectiveOn, { parentId }),
  }),
  on('unit-split', {
    about,
    // where it is one of the parts it goes on
    tell: ({ unitId, effectiveOn, into }, before) =>
      into.includes(unitId) ? undefined : endedUnit(before, effectiveOn, null),
  }),
  on('unit-merged', { about, tell: ({ effectiveOn, into }, before) => endedUnit(before, effectiveOn, into) }),
  on('unit-retired', { about, tell: ({ effectiveOn }, before) => endedUnit(before, effectiveOn, null) }),
] as const;
