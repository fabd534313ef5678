import type { SeatCategory } from './composition';

/** Who spoke and who proposed among people alike: counts only. */
export type VoiceGroup = {
  readonly category: SeatCategory;
  readonly sex: 'F' | 'M' | 'NR';
  readonly ageBand: 'UNDER_15' | '15-17' | '18-24' | '25-29' | '30-35' | '36-40' | '41-59' | '60+' | 'NR';
  /** People who spoke at least once. */
  readonly speakers: number;
  readonly speakingTurns: number;
  readonly itemsProposed: number;
};
