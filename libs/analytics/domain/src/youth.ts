import type { AgeBand } from './facts';

/** 15-35: the State and the African Youth Charter; 18-29: UNSCR 2250; 18-35: the national youth council. */
export type YouthDefinition = '15-35' | '18-29' | '18-35';

const bands: Readonly<Record<YouthDefinition, ReadonlySet<AgeBand>>> = {
  '15-35': new Set<AgeBand>(['15-17', '18-24', '25-29', '30-35']),
  '18-29': new Set<AgeBand>(['18-24', '25-29']),
  '18-35': new Set<AgeBand>(['18-24', '25-29', '30-35']),
};

export const isYoung = (band: AgeBand, definition: YouthDefinition): boolean => bands[definition].has(band);
