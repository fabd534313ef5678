import type { CurrentState } from '@benkan/event-store';
import { units } from './aggregates';

/** Whether a unit was registered; what was once registered stays so, and is asked once. */
export const unitKnowledge = (current: CurrentState) => {
  const known = new Set<string>();
  return async (unitId: string): Promise<boolean> => {
    if (known.has(unitId)) return true;
    const { state } = await current(units, unitId);
    if (state.status !== 'unknown') known.add(unitId);
    return known.has(unitId);
  };
};
