import { byTerritory } from './by-territory';
import type { TestResults, Training } from './facts';
import { meanGain, type Measure } from './figure';
import type { Territories } from './territories';
import { within, type Window } from './window';

type Told = { readonly trainings: readonly Training[]; readonly results: readonly TestResults[] };

const gainOf = ({ pre, post, max }: TestResults): number | null =>
  pre === null || post === null ? null : (post - pre) / max;

/**
 * IND-20: mean of (post − pre) / max over the paired tests of trainings with a day in the window. A result with a
 * paper missing is `unpaired` and enters neither term.
 */
export const knowledgeGain = (
  { trainings, results }: Told,
  territories: Territories,
  window: Window,
): ((territoryId: string) => readonly Measure[]) => {
  const units = new Map(
    trainings
      .filter(({ days }) => days.some((day) => within(day, window)))
      .map(({ trainingId, unitId }) => [trainingId, unitId]),
  );
  const placed = byTerritory(results, ({ trainingId }) => units.get(trainingId), territories);

  return (territoryId) => {
    const here = placed(territoryId).map(gainOf);
    const gains = here.filter((gain) => gain !== null);
    // added in one order, so that the order of the facts changes no last digit
    const total = gains.sort((one, other) => one - other).reduce((sum, gain) => sum + gain, 0);
    return [meanGain('IND-20', total, { pairs: gains.length, unpaired: here.length - gains.length })];
  };
};
