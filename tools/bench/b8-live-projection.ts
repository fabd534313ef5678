import { meetingsProjection } from '@benkan/meetings-read-model';
import type { Projection, ViewDocument } from '@benkan/projections';
import { followed } from './b7-replay';
import { onBed, type Bed } from './bed';
import type { Bench, Ratio, Settings } from './bench';
import { times } from './lanes';
import { meetingHistory } from './meeting-history';
import { dropped, freshViews, rawDocuments, rawWrites, recording } from './raw-views';
import { compare, type Side } from './round-runner';
import { storedHistories } from './stored-history';

/** As many meetings as a batch has events: side by side, nearly every event is a document written. */
const MEETINGS = 500;
const LENGTH = 10;

const measured = async (bed: Bed, { rounds, full }: Settings): Promise<Ratio> => {
  const histories = times(MEETINGS, () => meetingHistory(full ? LENGTH * 4 : LENGTH));
  const stored = await storedHistories(bed, histories, { interleaved: true });
  const url = bed.url('documents');
  const documents = await rawDocuments(url);
  let saved: readonly (readonly ViewDocument[])[] = [];
  let written = 0;

  const ours: Side = {
    name: 'live projection',
    prepare: async () => {
      const { database, ...views } = await freshViews(url);
      const recorded = recording(views.store);
      return {
        operations: stored.count,
        run: () => followed(stored, recorded.store, meetingsProjection as Projection),
        after: async () => {
          saved = recorded.saved;
          await dropped(documents, views, database);
        },
      };
    },
  };
  // sends what ours has just sent: both sides of a round take as long over the same documents
  const raw: Side = {
    name: 'raw bulkWrite',
    prepare: async () => {
      const { database, ...views } = await freshViews(url);
      const { operations, write } = rawWrites(documents, saved);
      written = operations;
      return {
        operations: stored.count,
        run: () => write(database),
        after: () => dropped(documents, views, database),
      };
    },
  };
  try {
    const ratio = await compare({ numerator: ours, denominators: [raw], rounds });
    return { ...ratio, notes: [`${stored.count} events, ${written} documents sent by each side`] };
  } finally {
    await stored.close();
    await documents.close();
  }
};

export const liveProjection: Bench = {
  id: 'B8',
  title: 'live projection (follow) ÷ raw native bulkWrite of the same final operations',
  bar: { atLeast: 0.5 },
  measure: onBed(['events', 'documents'], measured),
};
