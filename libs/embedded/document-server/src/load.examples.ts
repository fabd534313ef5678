import { mongo } from 'mongoose';
import { codeOf } from './error-code';

export interface Entry {
  readonly _id: string;
  /** unique: several writers ask for the same one */
  readonly code: string;
  readonly writer: number;
  readonly at: number;
}

export interface Slot {
  readonly _id: string;
  readonly _pos: mongo.Long;
}

export const SLOTS = 10;

/** What was acknowledged: the holder of each code, and the least position each slot has reached. */
export interface Ledger {
  readonly holders: Map<string, string>;
  readonly refused: Set<string>;
  readonly reached: Map<string, number>;
  /** the highest position anyone asked for */
  asked: number;
}

export const ledger = (): Ledger => ({
  holders: new Map(),
  refused: new Set(),
  reached: new Map(),
  asked: 0,
});

const CONCERNS: readonly mongo.WriteConcernSettings[] = [
  { w: 'majority', journal: true },
  { w: 1, j: false },
];

/** True when written, false when its unique key was taken; a connection that broke throws. */
const unlessTaken = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    const taken = error instanceof mongo.MongoServerError && error.code === 11_000;
    if (!taken) throw error;
    return false;
  }
};

const insert = async (db: mongo.Db, told: Ledger, entry: Entry): Promise<void> => {
  const writeConcern = CONCERNS[entry.writer % 2] ?? {};
  const written = await unlessTaken(db.collection<Entry>('entries').insertOne(entry, { writeConcern }));
  if (!written) told.refused.add(entry._id);
  else if (told.holders.has(entry.code)) throw new Error(`${entry.code} was given twice`);
  else told.holders.set(entry.code, entry._id);
};

const advance = async (db: mongo.Db, told: Ledger): Promise<void> => {
  const position = (told.asked += 1);
  const _pos = mongo.Long.fromNumber(position);
  const ids = Array.from({ length: SLOTS }, (_, n) => `slot-${n}`);
  const guarded = ids.map((_id) => ({
    replaceOne: { filter: { _id, _pos: { $lt: _pos } }, replacement: { _pos }, upsert: true },
  }));
  const slots = db.collection<Slot>('slots');
  await unlessTaken(slots.bulkWrite(guarded, { ordered: false, writeConcern: { w: 'majority', j: true } }));
  for (const id of ids) told.reached.set(id, Math.max(told.reached.get(id) ?? 0, position));
};

// a connection that breaks in its greeting throws the error of the socket
const isGone = (error: unknown): boolean =>
  /^E[A-Z]+$/.test(codeOf(error) ?? '') ||
  (error instanceof mongo.MongoError &&
    !(error instanceof mongo.MongoServerError && error.code !== undefined));

/** One writer: races for unique codes and advances shared slots, until the server is gone. */
export const writeUntilGone = async (
  db: mongo.Db,
  told: Ledger,
  { round, writer, count }: { readonly round: number; readonly writer: number; readonly count: () => void },
): Promise<void> => {
  try {
    for (let at = 0; ; at += 1) {
      // two neighbours ask for the same codes
      const code = `r${round}-c${Math.floor(writer / 2)}-${at}`;
      await insert(db, told, { _id: `r${round}-w${writer}-${at}`, code, writer, at });
      await advance(db, told);
      count();
    }
  } catch (error) {
    if (!isGone(error)) throw error;
  }
};
