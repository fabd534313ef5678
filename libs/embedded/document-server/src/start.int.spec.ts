import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { driven, type Driven } from './driven.examples';
import { start } from './index';

describe('starting a document server', () => {
  let folder: Driven['folder'];
  let server: Driven['server'];
  let views: Driven['views'];
  let close: Driven['close'];

  beforeAll(async () => {
    ({ folder, server, views, close } = await driven());
  });
  afterAll(() => close());

  it('keeps its folder private', async () => {
    expect((await stat(join(folder, 'data'))).mode & 0o777).toBe(0o700);
    expect(server.url).toBe(`mongodb://127.0.0.1:${server.port}/?directConnection=true`);
  });

  it('refuses a folder in use and a port in use, each in one line', async () => {
    await expect(start({ folder: join(folder, 'data') })).rejects.toMatchObject({ code: 'folder-locked' });
    await expect(start({ folder: join(folder, 'other'), port: server.port })).rejects.toMatchObject({
      code: 'port-taken',
    });
    const freed = await start({ folder: join(folder, 'other') });
    await freed.close();
  });

  it('takes over the folder of a process that is gone', async () => {
    const left = join(folder, 'left');
    await mkdir(left);
    await writeFile(join(left, 'lock'), '2147483646 1');
    await (await start({ folder: left })).close();
  });

  it('runs each server in a thread of its own: a slow aggregation stops no other', async () => {
    const other = await start({ folder: join(folder, 'vault') });
    const neighbour = await new mongo.MongoClient(other.url).connect();
    const numbers = Array.from({ length: 700 }, (_, n) => n);
    await views.insertOne({ _id: 'wide', a: numbers, b: numbers });
    const slow = views.aggregate([{ $unwind: '$a' }, { $unwind: '$b' }, { $count: 'n' }]).toArray();
    const first = await Promise.race([
      slow.then(() => 'slow'),
      neighbour
        .db('v')
        .command({ ping: 1 })
        .then(() => 'ping'),
    ]);
    expect(first).toBe('ping');
    expect(await slow).toEqual([{ n: 490_000 }]);
    await neighbour.close();
    await other.close();
  });
});
