import { commandPath } from './b1-command-path';
import { memory } from './b15-memory';
import { recovery } from './b16-recovery';
import { wholeSheet } from './b17-whole-sheet';
import { handling } from './b2-handle';
import { conflictStorm } from './b4-conflict-storm';
import { httpPath } from './b5-http';
import { requestLayer } from './b6-request-layer';
import { replay } from './b7-replay';
import { liveProjection } from './b8-live-projection';
import { rebuild } from './b9-rebuild';
import type { Bench } from './bench';

/** Every bench, in the order in which they are run and told. */
export const catalogue = (full: boolean): readonly Bench[] => [
  ...commandPath,
  ...handling,
  ...conflictStorm,
  httpPath,
  ...requestLayer,
  replay,
  liveProjection,
  rebuild,
  memory(full),
  recovery,
  wholeSheet,
];
