import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { buildInto, startChild, type Child } from './child.examples';
import { smallDisk, type SmallDisk } from '@benkan/testing';
import { temporaryFolder } from './testing';

const MEBIBYTE = 1024 * 1024;
const FULL = { code: 14031, codeName: 'OutOfDiskSpace' };

interface Row {
  readonly _id: number;
  readonly code: string;
  readonly text: string;
}

describe('a document server whose disk is full', () => {
  let folder: string;
  let disk: SmallDisk;
  let remove: () => Promise<void>;
  let child: Child;
  let client: mongo.MongoClient;
  const rows = (): mongo.Collection<Row> => client.db('test').collection<Row>('rows');
  const filler = (): string => join(disk.path, 'filler');
  let acknowledged = 0;

  const rowOf = (n: number): Row => ({ _id: n, code: `code ${n}`, text: `${n} `.repeat(4_000) });

  const fill = (): void => {
    const { bavail, bsize } = statfsSync(disk.path);
    writeFileSync(filler(), Buffer.alloc(bavail * bsize));
  };

  const startServer = async (): Promise<void> => {
    child = await startChild(join(folder, 'built'), join(disk.inside, 'data'), disk.enter);
    client = await new mongo.MongoClient(child.url, { retryWrites: false }).connect();
  };

  beforeAll(async () => {
    ({ folder, remove } = await temporaryFolder());
    disk = await smallDisk(join(folder, 'small'), 16 * 1024);
    await buildInto(join(folder, 'built'));
    await startServer();
    await rows().createIndex({ code: 1 }, { unique: true });
  });
  afterAll(async () => {
    await client.close();
    await child.kill();
    await disk.remove();
    await remove();
  });

  const insertNext = async (): Promise<void> => {
    await rows().insertOne(rowOf(acknowledged), { writeConcern: { w: 'majority', j: true } });
    acknowledged += 1;
  };

  const insertUntilRefused = async (): Promise<unknown> => {
    for (;;) {
      try {
        await insertNext();
      } catch (error) {
        return error;
      }
    }
  };

  const expectWhole = async (): Promise<void> => {
    const all = await rows().find().sort({ _id: 1 }).toArray();
    expect(all).toEqual(Array.from({ length: acknowledged }, (_, n) => rowOf(n)));
    const byCode = await rows()
      .find({ code: { $gte: '' } })
      .toArray();
    expect(byCode).toHaveLength(acknowledged);
    expect(await client.db('test').command({ validate: 'rows' })).toMatchObject({ valid: true });
  };

  it('answers writes with OutOfDiskSpace once nothing fits, with nothing torn', async () => {
    for (let n = 0; n < 50; n += 1) await insertNext();
    fill();
    expect(await insertUntilRefused()).toMatchObject(FULL);
    await expectWhole();
  });

  it('refuses every kind of write likewise, and writes none of a batch', async () => {
    const batch = Array.from({ length: 500 }, (_, n) => rowOf(10_000 + n));
    await expect(rows().insertMany(batch)).rejects.toMatchObject(FULL);
    const big = 'x'.repeat(4 * MEBIBYTE);
    await expect(rows().updateMany({}, { $set: { text: big } })).rejects.toMatchObject(FULL);
    const upsert = { filter: { _id: -1 }, replacement: { code: 'z', text: big }, upsert: true };
    await expect(rows().bulkWrite([{ replaceOne: upsert }])).rejects.toMatchObject(FULL);
    const modify = rows().findOneAndUpdate({ _id: 1 }, { $set: { text: big } });
    await expect(modify).rejects.toMatchObject(FULL);
    await expectWhole();
  });

  it('goes on answering reads', async () => {
    expect(await rows().findOne({ code: 'code 7' })).toEqual(rowOf(7));
    expect(await rows().countDocuments()).toBe(acknowledged);
    const groups = rows().aggregate([{ $group: { _id: null, n: { $sum: 1 } } }]);
    expect(await groups.toArray()).toEqual([{ _id: null, n: acknowledged }]);
  });

  it('writes again once there is space, without a restart', async () => {
    rmSync(filler());
    for (let n = 0; n < 50; n += 1) await insertNext();
    await expectWhole();
  });

  it('fills the disk by itself and survives a kill there', async () => {
    expect(await insertUntilRefused()).toMatchObject(FULL);
    await expectWhole();
    await child.kill();
    await client.close();
    await startServer();
    await expectWhole();
  });
});
