import { meetingsProjection } from '@benkan/meetings-read-model';
import { generationOf, type Projection, type ViewDocument } from '@benkan/projections';
import { followed } from './b7-replay';
import { onBed, type Bed } from './bed';
import type { Bench, Ratio, Settings } from './bench';
import { times } from './lanes';
import { meetingHistory } from './meeting-history';
import { rawRead } from './raw-read';
import { dropped, freshViews, rawDocuments, rawWrites, recording } from './raw-views';
import { MEETINGS, rebuilt } from './rebuilding';
import { compare, type Side } from './round-runner';
import { median } from './statistics';
import { storedHistories } from './stored-history';

const AT_WORK = 300;
const LENGTH = 20;

const measured = async (bed: Bed, { rounds, full }: Settings): Promise<Ratio> => {
  const histories = times(AT_WORK, () => meetingHistory(full ? LENGTH * 10 : LENGTH));
  const stored = await storedHistories(bed, histories, { interleaved: true });
  const { count: operations } = stored;
  const url = bed.url('documents');
  const documents = await rawDocuments(url);
  const folding: number[] = [];
  let saved: readonly (readonly ViewDocument[])[] = [];
  let written = 0;

  const ours: Side = {
    name: 'rebuild',
    prepare: async () => {
      const { database, ...views } = await freshViews(url);
      // the live generation it is compared with
      await followed(stored, views.store, meetingsProjection as Projection);
      const recorded = recording(views.store, generationOf(MEETINGS, 2));
      return {
        operations,
        run: async () => void folding.push(await rebuilt(stored.events, views, recorded.store)),
        after: async () => {
          saved = recorded.saved;
          await dropped(documents, views, database);
        },
      };
    },
  };
  const read: Side = {
    name: 'raw read',
    prepare: async () => ({ operations, run: () => rawRead(stored) }),
  };
  const write: Side = {
    name: 'raw bulkWrite',
    prepare: async () => {
      const { database, ...views } = await freshViews(url);
      const writes = rawWrites(documents, saved);
      written = writes.operations;
      return {
        operations,
        run: () => writes.write(database),
        after: () => dropped(documents, views, database),
      };
    },
  };
  try {
    const ratio = await compare({ numerator: ours, denominators: [read, write], rounds });
    const rate = Math.round(operations / median(folding.slice(1)));
    return {
      ...ratio,
      notes: [
        `÷ ${ratio.denominator.name}`,
        `${operations} events, ${written} documents sent`,
        `folding alone, without comparison and switch, ${rate} events/s`,
      ],
    };
  } finally {
    await stored.close();
    await documents.close();
  }
};

export const rebuild: Bench = {
  id: 'B9',
  title:
    'rebuild (fold, compare, switch) ÷ the slower of raw read and raw bulkWrite of the same final operations',
  bar: { atLeast: 0.6 },
  measure: onBed(['events', 'documents'], measured),
};
