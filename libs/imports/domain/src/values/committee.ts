import { read, type Parse } from '../parsed';
import { saysNothing } from '../text';
import { oneOf } from './cells';

export type CommitteeLevel = 'COMMUNE' | 'REGION';

export type MeetingFrequency = 'MONTHLY' | 'QUARTERLY' | 'UNKNOWN';

export const level = oneOf<CommitteeLevel>(
  [
    [/^(commune|communale?|ccsc|ccs c|municipal)$/, 'COMMUNE'],
    [/^(region|regionale?|ccsr|ccs r)$/, 'REGION'],
  ],
  'unknown-level',
);

const known = oneOf<MeetingFrequency>(
  [
    [/^(mensuelle?|monthly|tous les mois|chaque mois)$/, 'MONTHLY'],
    [/^(trimestrielle?|quarterly|tous les trimestres)$/, 'QUARTERLY'],
    [/^(inconnue?|unknown)$/, 'UNKNOWN'],
  ],
  'unknown-frequency',
);

/** How often a committee meets by its rules; nothing said is unknown. */
export const frequency: Parse<MeetingFrequency> = (cell) =>
  saysNothing(cell) ? read('UNKNOWN') : known(cell);
