import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { open } from 'lmdb';
import { start, type Running } from './index';

const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;
const ROUNDS = 20;

interface Row {
  readonly _id: number;
  readonly text: string;
}

describe('an acknowledgement', () => {
  let folder: string;
  let server: Running;
  let client: mongo.MongoClient;
  const rows = (): mongo.Collection<Row> => client.db('test').collection<Row>('rows');
  const rowOf = (_id: number): Row => ({ _id, text: `${_id} `.repeat(100) });

  beforeAll(async () => {
    // on a real disk: what lies in memory is never waiting to be flushed
    folder = await mkdtemp(join('/var/tmp', 'document-server-'));
    server = await start({ folder });
    client = await new mongo.MongoClient(server.url, { retryWrites: false }).connect();
    await rows().createIndex({ text: 1 });
  });
  afterAll(async () => {
    await client.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  /** Kibibytes of the data file that are in memory, and those of them that are not on the disk yet. */
  const mapped = (): { readonly present: number; readonly dirty: number } => {
    const sums = { present: 0, dirty: 0 };
    for (const part of readFileSync('/proc/self/smaps', 'utf8').split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)) {
      if (!part.split('\n')[0]?.endsWith(join(folder, 'data.mdb'))) continue;
      for (const [, name, size] of part.matchAll(/^(Rss|Shared_Dirty|Private_Dirty): +(\d+) kB$/gm))
        sums[name === 'Rss' ? 'present' : 'dirty'] += Number(size);
    }
    return sums;
  };

  /** Commits the database has made so far, by its own count. */
  const commits = async (): Promise<number> => {
    const database = open({ path: folder, noSubdir: false, readOnly: true, maxDbs: 1 });
    const { lastTxnId } = database.getStats() as { readonly lastTxnId: number };
    await database.close();
    return lastTxnId;
  };

  it.each<readonly [string, mongo.WriteConcernSettings]>([
    ['j: true', { w: 'majority', j: true }],
    ['w: 1', { w: 1, j: false }],
  ])('comes after the disk has everything, with %s', async (_name, writeConcern) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const seed = Math.floor(Math.random() * 1e9);
      const batch = Array.from({ length: 40 }, (_, n) => rowOf(seed + n * 7_919));
      await rows().insertMany(batch, { writeConcern });
      await rows().updateOne({ _id: seed }, { $set: { text: 'other' } }, { writeConcern });
      // reading brings the pages into this memory
      expect(await rows().countDocuments({ text: { $gte: '' } })).toBeGreaterThanOrEqual(40);
      const { present, dirty } = mapped();
      expect(present).toBeGreaterThan(0);
      expect(dirty).toBe(0);
    }
  });

  it('is shared by writes that arrive together, and by no others', async () => {
    const before = await commits();
    for (let n = 0; n < 10; n += 1) await rows().insertOne(rowOf(-1 - n), DURABLE);
    const alone = (await commits()) - before;
    expect(alone).toBe(10);
    await Promise.all(Array.from({ length: 200 }, (_, n) => rows().insertOne(rowOf(-100 - n), DURABLE)));
    const shared = (await commits()) - before - alone;
    expect(shared).toBeGreaterThan(0);
    expect(shared).toBeLessThan(180);
  });
});
