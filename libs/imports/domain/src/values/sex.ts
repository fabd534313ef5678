import { read, type Parse } from '../parsed';
import { saysNothing } from '../text';
import { oneOf } from './cells';

export type Sex = 'F' | 'M' | 'NR';

const known = oneOf<Sex>(
  [
    [/^(f|femmes?|feminin|female|woman)$/, 'F'],
    [/^(h|m|hommes?|masculin|male|man)$/, 'M'],
  ],
  'unknown-sex',
);

/** French H and English M are both M; blank is not reported. */
export const sex: Parse<Sex> = (cell) => (saysNothing(cell) ? read('NR') : known(cell));
