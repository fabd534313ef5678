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

export type CommitteeTemplate = 'COMMUNE_22';

const knownTemplate = oneOf<CommitteeTemplate>(
  [
    [
      /^((modele|template) )?(ccsc |ccs c )?(de la |communale? (a |de )?|commune )?22( sieges?| seats?)?$/,
      'COMMUNE_22',
    ],
  ],
  'unknown-template',
);

/** The composition a committee begins with; null when nothing is said: its seats are defined apart. */
export const template: Parse<CommitteeTemplate | null> = (cell) =>
  saysNothing(cell) ? read(null) : knownTemplate(cell);

/** How often a committee meets by its rules; nothing said is unknown. */
export const frequency: Parse<MeetingFrequency> = (cell) =>
  saysNothing(cell) ? read('UNKNOWN') : known(cell);
