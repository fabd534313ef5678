import { esdbEventStore } from '@benkan/event-store-esdb';
import { onBed, type Bed } from './bed';
import type { Bench, Figures, Ratio, Settings } from './bench';
import { startChild } from './child';
import { times } from './lanes';
import { meetingHistory } from './meeting-history';
import { rawClient, store } from './raw-events';
import type { RebuildOrder, RebuildReady } from './rebuild-child';

const LENGTH = 40;
/** Histories made at once: a million events would not fit. */
const BATCH = 250;

const rssAfterRebuild = async (order: RebuildOrder): Promise<number> => {
  const child = await startChild<RebuildOrder, RebuildReady>('rebuild-child.js', order);
  await child.end();
  return child.ready.rssMb;
};

const figures = (name: string, value: number): Figures => ({ name, value, cpuMs: NaN });

const measured = async (bed: Bed, { full }: Settings): Promise<Ratio> => {
  const [few, many] = full ? [100_000, 1_000_000] : [10_000, 100_000];
  const esdbUrl = bed.url('events');
  const client = rawClient(esdbUrl);
  const events = esdbEventStore({ url: esdbUrl });
  try {
    const before = await events.head();
    const grow = async (count: number): Promise<void> => {
      for (let made = 0; made < count; made += BATCH * LENGTH)
        await store(
          client,
          times(BATCH, () => meetingHistory(LENGTH)),
        );
    };
    const order: RebuildOrder = {
      esdbUrl,
      mongoUrl: bed.url('documents'),
      after: before === undefined ? null : [before.commit.toString(), before.prepare.toString()],
    };
    await grow(few);
    const small = await rssAfterRebuild(order);
    await grow(many - few);
    const large = await rssAfterRebuild(order);
    const ratio = large / small;
    return {
      ...{ unit: 'MB', rounds: 1, ratio: { q1: ratio, median: ratio, q3: ratio } },
      numerator: figures(`${many} events`, large),
      denominator: figures(`${few} events`, small),
      notes: [`${many} and ${few} events, a process each`],
    };
  } finally {
    await events.close();
    await client.dispose();
  }
};

/** The bar is set for a million events; of the short form it is only told how it went. */
export const memory = (full: boolean): Bench => ({
  id: 'B15',
  title: 'resident memory after a rebuild of ten times as many events (with --full: 1,000,000 ÷ 100,000)',
  bar: full ? { atMost: 1.3 } : 'told',
  measure: onBed(['events', 'documents'], measured),
});
