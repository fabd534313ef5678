import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { atLength } from '@benkan/testing';
import { buildInto, startChild } from './child.examples';
import { SLOTS, ledger, writeUntilGone, type Entry, type Slot } from './load.examples';
import { temporaryFolder } from './testing';

const KILLS = atLength({ ci: 40, soak: 200 });
const WRITERS = 8;

// killed after so many operations of all writers together, somewhere within what follows
const killAfter = (round: number): number => 1 + ((round * 37) % 24);

describe('a server killed while it writes', () => {
  let folder: string;
  let remove: () => Promise<void>;
  const told = ledger();
  const seen = new Map<string, number>();
  const built = (): string => join(folder, 'built');

  beforeAll(async () => {
    ({ folder, remove } = await temporaryFolder());
    await mkdir(built());
    await buildInto(built());
  });
  afterAll(() => remove());

  const prepare = async (db: mongo.Db): Promise<void> => {
    await db.collection<Entry>('entries').createIndex({ code: 1 }, { unique: true });
    await db.collection<Entry>('entries').createIndex({ writer: 1, at: -1 });
    await db.collection<Slot>('slots').createIndex({ _pos: 1 });
  };

  const underLoad = async (db: mongo.Db, round: number, kill: () => Promise<void>): Promise<void> => {
    let done = 0;
    let reached = (): void => undefined;
    const enough = new Promise<void>((resolve) => (reached = resolve));
    const count = (): void => {
      if (++done >= killAfter(round)) reached();
    };
    const writers = Array.from({ length: WRITERS }, (_, writer) =>
      writeUntilGone(db, told, { round, writer, count }),
    );
    await Promise.race([enough, Promise.all(writers)]);
    await kill();
    await Promise.all(writers);
    expect(done).toBeGreaterThanOrEqual(killAfter(round));
  };

  const checkEntries = async (db: mongo.Db): Promise<void> => {
    const entries = db.collection<Entry>('entries');
    const all = await entries.find().sort({ _id: 1 }).toArray();
    const held = new Map(all.map(({ _id, code }) => [code, _id]));
    // the unique index was never violated
    expect(held.size).toBe(all.length);
    // nothing acknowledged is missing, nothing refused is there
    expect([...told.holders].filter(([code, id]) => held.get(code) !== id)).toEqual([]);
    expect(all.filter(({ _id }) => told.refused.has(_id))).toEqual([]);
    const byId = (found: readonly Entry[]): readonly Entry[] =>
      [...found].sort((a, b) => (a._id < b._id ? -1 : 1));
    // each document is found by each index, and by nothing else
    const codes = entries.find({ code: { $gte: '' } }).sort({ code: 1 });
    expect(byId(await codes.toArray())).toEqual(all);
    const writers = entries.find({ writer: { $gte: 0 } }).sort({ writer: 1, at: -1 });
    expect(byId(await writers.toArray())).toEqual(all);
  };

  const checkSlots = async (db: mongo.Db): Promise<void> => {
    const slots = await db.collection<Slot>('slots').find().toArray();
    for (const [id, least] of told.reached) {
      const now = Number(slots.find(({ _id }) => _id === id)?._pos);
      expect(now).toBeGreaterThanOrEqual(Math.max(least, seen.get(id) ?? 0));
      expect(now).toBeLessThanOrEqual(told.asked);
      seen.set(id, now);
    }
    const byPosition = await db
      .collection<Slot>('slots')
      .find({ _pos: { $gt: mongo.Long.ZERO } })
      .toArray();
    expect(byPosition).toHaveLength(slots.length);
    expect(slots.length).toBeLessThanOrEqual(SLOTS);
  };

  const check = async (db: mongo.Db): Promise<void> => {
    await checkEntries(db);
    await checkSlots(db);
    for (const validate of ['entries', 'slots'])
      expect(await db.command({ validate })).toMatchObject({ valid: true, errors: [] });
  };

  const serving = async (use: (db: mongo.Db, kill: () => Promise<void>) => Promise<void>): Promise<void> => {
    const child = await startChild(built(), join(folder, 'data'));
    const client = new mongo.MongoClient(child.url, { retryWrites: false, serverSelectionTimeoutMS: 2_000 });
    let killed: Promise<void> | undefined;
    const kill = (): Promise<void> => (killed ??= child.kill());
    try {
      await use(client.db('test'), kill);
    } finally {
      await kill();
      await client.close();
    }
  };

  it(
    `keeps all it acknowledged, once, through ${KILLS} kills`,
    async () => {
      for (let round = 0; round < KILLS; round += 1) {
        await serving(async (db, kill) => {
          await prepare(db);
          await check(db);
          await underLoad(db, round, kill);
        });
      }
      await serving(check);
      expect(told.holders.size).toBeGreaterThan(KILLS * 5);
      expect(told.refused.size).toBeGreaterThan(0);
    },
    KILLS * 5_000,
  );
});
