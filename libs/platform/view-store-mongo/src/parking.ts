import type { mongo } from 'mongoose';
import { BEHIND, type DiscardedEvent, type ParkedEvent, type ParkingStore } from '@benkan/projections';
import { DURABLE, EXACT, type Database } from './collections';
import { asBigInt, asLong } from './guarded-replace';

type Kept<Event> = Omit<Event, 'revision'> & { readonly _id: string; readonly revision: mongo.Long };
type Parked = Kept<ParkedEvent>;
type Discarded = Kept<DiscardedEvent>;

const DIGITS = 20;

// revisions sort as text
const nameOf = (stream: string, revision: bigint): string =>
  `${stream}|${revision.toString().padStart(DIGITS, '0')}`;

const parkedOf = ({ generation, stream, revision, eventId, type, reason }: Parked): ParkedEvent => ({
  ...{ generation, stream, revision: asBigInt(revision), eventId, type, reason },
});

const discardedOf = ({ slice, stream, revision, at, by, reason }: Discarded): DiscardedEvent => ({
  ...{ slice, stream, revision: asBigInt(revision), at, by, reason },
});

/** Parked events by generation, discarded ones by slice. */
export const parkingIn = (db: Database): ParkingStore => {
  const parked = () => db().collection<Parked>('parked');
  const discarded = () => db().collection<Discarded>('discarded');

  return {
    park: async ({ revision, reason, ...event }) => {
      const _id = `${event.generation}|${nameOf(event.stream, revision)}`;
      const first = { $setOnInsert: { ...event, reason, revision: asLong(revision) } };
      await parked().updateOne({ _id }, first, { upsert: true, ...DURABLE });
      if (reason !== BEHIND) await parked().updateOne({ _id, reason: BEHIND }, { $set: { reason } }, DURABLE);
    },
    parkedStreams: async (generation) => {
      const streams = parked().aggregate<{ _id: string; first: mongo.Long }>(
        [{ $match: { generation } }, { $group: { _id: '$stream', first: { $min: '$revision' } } }],
        EXACT,
      );
      const found = new Map<string, bigint>();
      for await (const { _id, first } of streams) found.set(_id, asBigInt(first));
      return found;
    },
    parked: async (generation, { stream, limit, after }) => {
      const start = `${generation}|${after ?? ''}`;
      const found = await parked()
        .find({ generation, _id: { $gt: start }, ...(stream === undefined ? {} : { stream }) }, EXACT)
        .sort({ _id: 1 })
        .limit(limit + 1)
        .toArray();
      const rows = found.slice(0, limit).map(parkedOf);
      const last = rows.at(-1);
      return found.length <= limit || last === undefined
        ? { rows }
        : { rows, next: nameOf(last.stream, last.revision) };
    },
    countParked: (generation) => parked().countDocuments({ generation }),
    unpark: async (generation, stream, revision) => {
      const one = revision === undefined ? {} : { revision: asLong(revision) };
      await parked().deleteMany({ generation, stream, ...one }, DURABLE);
    },
    discard: async ({ revision, ...event }) => {
      const _id = `${event.slice}|${nameOf(event.stream, revision)}`;
      const first = { $setOnInsert: { ...event, revision: asLong(revision) } };
      await discarded().updateOne({ _id }, first, { upsert: true, ...DURABLE });
    },
    discarded: async (slice) => (await discarded().find({ slice }, EXACT).toArray()).map(discardedOf),
  };
};
