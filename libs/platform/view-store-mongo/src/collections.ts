import type { mongo } from 'mongoose';

export type Database = () => mongo.Db;

export const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;
/** Agreed on by the others, not flushed: what may be lost in a power cut. */
export const AGREED = { writeConcern: { w: 'majority', j: false } } as const;

// values as stored: a 64-bit number stays one
export const EXACT = { promoteLongs: false } as const;

const BATCH = 1_000;

export const inBatches = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
