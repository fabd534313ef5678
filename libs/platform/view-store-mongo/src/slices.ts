import { newSlice, type SliceChange, type SliceRecord, type SliceStore } from '@benkan/projections';
import { AGREED, DURABLE, type Database } from './collections';
import { isThere } from './guarded-replace';

type Stored = Omit<SliceRecord, 'slice'> & { readonly _id: string };

const FIELDS = ['active', 'previous', 'building', 'epoch', 'owner', 'beat', 'until', 'wanted'] as const;

// whatever a newer program keeps beside them stays its own
const recordOf = (stored: Stored): SliceRecord => ({
  ...newSlice(stored._id),
  ...Object.fromEntries(FIELDS.map((field) => [field, stored[field]])),
});

const changing = ({ slice, expected, change }: SliceChange) => ({
  updateOne: { filter: { _id: slice, ...expected }, update: { $set: change } },
});

/** One document a slice, changed where it is as expected. */
export const slicesIn = (db: Database): SliceStore => {
  const all = () => db().collection<Stored>('slices');

  return {
    slices: async () => (await all().find().toArray()).map(recordOf),
    createSlice: async (slice) => {
      const { slice: _id, ...first } = newSlice(slice);
      await all()
        .updateOne({ _id }, { $setOnInsert: first }, { upsert: true, ...DURABLE })
        .catch((error: unknown) => {
          if (!isThere(error)) throw error;
        });
    },
    changeSlices: async (changes, { lasting }) => {
      if (changes.length === 0) return 0;
      const options = { ordered: false, ...(lasting ? DURABLE : AGREED) };
      const { matchedCount } = await all().bulkWrite(changes.map(changing), options);
      return matchedCount;
    },
  };
};
