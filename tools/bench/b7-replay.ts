import { follow, inMemoryViews, type Projection, type ViewStore } from '@benkan/projections';
import { onBed, type Bed } from './bed';
import type { Bench, Ratio, Settings } from './bench';
import { times } from './lanes';
import { meetingHistory, readMeetings } from './meeting-history';
import { rawRead } from './raw-read';
import { compare, type Side } from './round-runner';
import { storedHistories, type Stored } from './stored-history';

const LENGTH = 40;
const LONGEST_MS = 30 * 60_000;

/** Follows a history from its beginning until every view has reached its end. */
export const followed = async (
  { events, last }: Stored,
  views: ViewStore,
  projection: Projection,
): Promise<void> => {
  const following = await follow({
    store: events,
    views,
    projections: [projection],
    read: readMeetings,
    aggregates: ['meeting'],
  });
  const reached = await following.waitFor(last.commit, LONGEST_MS);
  await following.stop();
  if (!reached) throw new Error('the end was not reached');
};

// hears every event and keeps none: what is left is reading, checking, lifting and dealing out
const deaf: Projection = { name: 'deaf', version: 1, keys: () => [], evolve: () => undefined };

const measured = async (bed: Bed, { rounds, full }: Settings): Promise<Ratio> => {
  const histories = times(full ? 5_000 : 300, () => meetingHistory(LENGTH));
  const stored = await storedHistories(bed, histories, { interleaved: false });
  const side = (name: string, run: () => Promise<void>): Side => ({
    name,
    prepare: async () => ({ operations: stored.count, run }),
  });
  try {
    const ratio = await compare({
      numerator: side('replay', () => followed(stored, inMemoryViews(), deaf)),
      denominators: [side('raw subscribeToAll', () => rawRead(stored))],
      rounds,
    });
    return { ...ratio, notes: [`${stored.count} events`] };
  } finally {
    await stored.close();
  }
};

export const replay: Bench = {
  id: 'B7',
  title: 'replay (decode, upcast, dispatch, no sink) ÷ raw subscribeToAll from the start',
  bar: { atLeast: 0.7 },
  measure: onBed(['events'], measured),
};
