import { read, type Parse } from '../parsed';
import { saysNothing } from '../text';
import { oneOf } from './cells';

export type PresidingCapacity =
  'MAIRE' | 'PRESIDENT_DELEGATION_SPECIALE' | 'CARETAKER' | 'INTERIM' | 'GOUVERNEUR' | 'NOT_REPORTED';

// an adjoint or a representative is none of these: the sheet must say in which capacity
const known = oneOf<PresidingCapacity>(
  [
    [/\binterim(aire)?\b|\bacting\b/, 'INTERIM'],
    [/\bdelegation speciale\b|\bspecial delegation\b/, 'PRESIDENT_DELEGATION_SPECIALE'],
    [/\baffaires courantes\b|\bcaretaker\b/, 'CARETAKER'],
    [/^(m |mme )?(le |la |the )?(gouverneure?|governor)\b/, 'GOUVERNEUR'],
    [
      /^(m |mme )?(le |la |the |madame |monsieur )*(maire|mayor)( de la| du| de| of)?( commune)?( [ivx]{1,4}| [1-6])?$/,
      'MAIRE',
    ],
  ],
  'unknown-presiding-capacity',
);

/** In which capacity the meeting was presided. Nothing said is not reported. */
export const presidingCapacity: Parse<PresidingCapacity> = (cell) =>
  saysNothing(cell) ? read('NOT_REPORTED') : known(cell);
