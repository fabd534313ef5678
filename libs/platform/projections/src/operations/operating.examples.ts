import type { EventStore } from '@benkan/event-store';
import { projectionOperations, type OperatorOptions, type ProjectionOperations } from '.';
import { TTL_MS } from '../instances.examples';
import { both, read } from '../ledger.examples';
import type { ViewStore } from '../view-store';

/** What an operator process has; it looks often. */
export const operator = (
  store: EventStore,
  views: ViewStore,
  more: Partial<OperatorOptions> = {},
): ProjectionOperations =>
  projectionOperations({
    ...{ store, views, slices: { projections: both, read, aggregates: ['account'] } },
    ...{ index: async () => undefined, ttlMs: TTL_MS, pollMs: 5, ...more },
  });

export const LEDGERS = 'ledgers__v1';
export const COUNTS = 'counts__v3';

/** What a collection holds, by key. */
export const held = async (
  views: ViewStore,
  collection: string,
): Promise<Readonly<Record<string, object>>> => {
  const all: [string, object][] = [];
  for await (const { key, view } of views.scan(collection)) all.push([key, view]);
  return Object.fromEntries(all);
};

/** Every document with its position, as bytes would be compared. */
export const bytesOf = async (views: ViewStore, collection: string): Promise<string> => {
  const all: string[] = [];
  for await (const { key, position, view } of views.scan(collection))
    all.push(JSON.stringify([key, `${position.commit}/${position.prepare}`, view]));
  return all.join('\n');
};
