import { territoryOf, type Territory } from './territory';

/** A country with two régions, a commune in each, and what lies there. */
export const country = () => {
  const parents = new Map<string, string | null>([
    ['mali', null],
    ['segou', 'mali'],
    ['kayes', 'mali'],
    ['niono', 'segou'],
    ['diema', 'kayes'],
  ]);
  const things = new Map<string, string>([
    ['committee-niono', 'niono'],
    ['committee-diema', 'diema'],
    ['meeting-niono', 'niono'],
    ['meeting-diema', 'diema'],
    ['participant-niono', 'niono'],
    ['participant-diema', 'diema'],
  ]);
  const asked: string[] = [];
  const isBelow = (unitId: string, root: string): boolean => {
    const parent = parents.get(unitId);
    return unitId === root || (typeof parent === 'string' && isBelow(parent, root));
  };
  let now = Date.parse('2026-03-01T08:00:00Z');
  const find = (kind: string) => async (id: string) => {
    asked.push(`${kind} ${id}`);
    return things.get(id);
  };
  let broken = false;
  const territory: Territory = territoryOf({
    below: async (root) => {
      if (broken) throw new Error('away');
      asked.push(`below ${root}`);
      return [...parents.keys()].filter((unitId) => isBelow(unitId, root));
    },
    units: { committee: find('committee'), meeting: find('meeting'), participant: find('participant') },
    now: () => new Date(now),
  });
  return {
    territory,
    parents,
    things,
    asked,
    breaks: (now: boolean) => void (broken = now),
    later: (milliseconds: number) => void (now += milliseconds),
  };
};
