import 'reflect-metadata';
import { analyticsSlices } from '@benkan/analytics-service';
import { esdbEventStore } from '@benkan/event-store-esdb';
import { meetingsSlices } from '@benkan/meetings-service';
import { projectionOperations } from '@benkan/projections';
import { registrySlices } from '@benkan/registry-service';
import { trainingSlices } from '@benkan/training-service';
import { openViews, type Views } from '@benkan/view-store-mongo';
import type { Said } from '../command';
import { withStores } from '../stores';
import { slicesOf, type Operated } from './operated';

const SERVICES = {
  registry: registrySlices,
  meetings: meetingsSlices,
  training: trainingSlices,
  analytics: analyticsSlices,
};

const operating = (
  [service, slices]: [string, (typeof SERVICES)[keyof typeof SERVICES]],
  views: Views,
  { store, signal }: { readonly store: ReturnType<typeof esdbEventStore>; readonly signal: AbortSignal },
): Operated => ({
  service,
  slices: slicesOf(slices.projections),
  operations: projectionOperations({
    store,
    views: views.store,
    slices,
    signal,
    index: async (slice, collection) => {
      const schema = slices.schemas[slice];
      if (schema !== undefined) await views.index(schema as Parameters<Views['index']>[0], collection);
    },
  }),
});

/** Opens the views of every service for as long as the work lasts. */
export const withOperated = (
  { config, signal }: Said,
  work: (operated: readonly Operated[]) => Promise<0 | 1>,
): Promise<0 | 1> =>
  withStores(config, async ({ esdbUrl, mongoUrl }) => {
    const store = esdbEventStore({ url: esdbUrl });
    const opened: Views[] = [];
    try {
      const operated: Operated[] = [];
      for (const each of Object.entries(SERVICES)) {
        const views = await openViews({ url: mongoUrl, database: each[1].database });
        opened.push(views);
        operated.push(operating(each, views, { store, signal }));
      }
      return await work(operated);
    } finally {
      await Promise.all(opened.map((views) => views.close()));
      await store.close();
    }
  });
