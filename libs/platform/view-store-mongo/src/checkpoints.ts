import type { mongo } from 'mongoose';
import type { Position } from '@benkan/event-store';
import type { CheckpointStore } from '@benkan/projections';
import { DURABLE, EXACT, type Database } from './collections';
import { asBigInt, asLong, before, isThere } from './guarded-replace';

type Checkpoint = {
  readonly _id: string;
  readonly commit: mongo.Long;
  readonly prepare: mongo.Long;
  readonly epoch: number;
};

// claimed, and nothing folded yet
const NOWHERE = -1n;

/** One document a generation; a write names its epoch and its position in the filter. */
export const checkpointsIn = (db: Database): CheckpointStore => {
  const all = () => db().collection<Checkpoint>('checkpoints');

  const mayStillWrite = async (generation: string, epoch: number): Promise<boolean> => {
    const stored = await all().findOne({ _id: generation });
    return stored !== null && stored.epoch <= epoch;
  };

  return {
    checkpoints: async (generations) => {
      const found = new Map<string, Position>();
      if (generations.length === 0) return found;
      for await (const { _id, commit, prepare } of all().find({ _id: { $in: [...generations] } }, EXACT))
        if (asBigInt(commit) !== NOWHERE)
          found.set(_id, { commit: asBigInt(commit), prepare: asBigInt(prepare) });
      return found;
    },
    claim: async (generation, epoch) => {
      const nowhere = { commit: asLong(NOWHERE), prepare: asLong(NOWHERE) };
      const filter = { _id: generation, epoch: { $lte: epoch } };
      try {
        await all().updateOne(
          filter,
          { $set: { epoch }, $setOnInsert: nowhere },
          { upsert: true, ...DURABLE },
        );
        return true;
      } catch (error) {
        if (!isThere(error)) throw error;
        return mayStillWrite(generation, epoch);
      }
    },
    claimedBy: async (generation) => (await all().findOne({ _id: generation }))?.epoch ?? 0,
    saveCheckpoint: async (generation, position, epoch) => {
      const filter = {
        _id: generation,
        epoch: { $lte: epoch },
        ...before(['commit', 'prepare'], position),
      };
      const moved = { commit: asLong(position.commit), prepare: asLong(position.prepare), epoch };
      const { matchedCount } = await all().updateOne(filter, { $set: moved }, DURABLE);
      return matchedCount > 0 || mayStillWrite(generation, epoch);
    },
  };
};
