import type { ViewStore } from '@benkan/projections';
import { checkpointsIn } from './checkpoints';
import { DURABLE, type Database } from './collections';
import { documentsIn } from './documents';
import { parkingIn } from './parking';
import { slicesIn } from './slices';

/** The views of one service in one database. */
export const mongoViewStore = (db: Database): ViewStore => ({
  ...documentsIn(db),
  ...checkpointsIn(db),
  ...parkingIn(db),
  ...slicesIn(db),
  drop: async (generation) => {
    // the checkpoint first: a generation half dropped must not pass for one half built
    await db().collection<{ _id: string }>('checkpoints').deleteOne({ _id: generation }, DURABLE);
    await db().collection('parked').deleteMany({ generation }, DURABLE);
    await db().collection(generation).drop(DURABLE);
  },
});
