import { esdbEventStore } from '@benkan/event-store-esdb';
import { serveParent } from './child';
import { freshViews } from './raw-views';
import { MEETINGS, rebuilt } from './rebuilding';
import { beginningAfter } from './stored-history';

export type RebuildOrder = {
  readonly esdbUrl: string;
  readonly mongoUrl: string;
  /** Commit and prepare of the last event that is not to be read, decimal. */
  readonly after: readonly [string, string] | null;
};

/** Resident memory when it was done, megabytes. */
export type RebuildReady = { readonly rssMb: number };

// one rebuild in a process that does nothing else
serveParent<RebuildOrder, RebuildReady>(async ({ esdbUrl, mongoUrl, after }) => {
  const events = esdbEventStore({ url: esdbUrl });
  const before = after === null ? undefined : { commit: BigInt(after[0]), prepare: BigInt(after[1]) };
  const { database: _, ...views } = await freshViews(mongoUrl);
  await views.store.createSlice(MEETINGS);
  await rebuilt(beginningAfter(events, before), views, views.store);
  return { rssMb: process.memoryUsage().rss / 1_000_000 };
});
