import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongo, Schema } from 'mongoose';
import { start, type Running } from '@benkan/document-server';
import { viewStoreContract } from '@benkan/projections/contract';
import { openViews, type Views } from './open-views';

type Meeting = { readonly unitId: string; readonly heldOn: string; readonly present: number };

const meetingsSchema = new Schema<Meeting>(
  { unitId: String, heldOn: String, present: Number },
  { collection: 'meetings__v1', versionKey: false },
).index({ unitId: 1, heldOn: -1 });

const uniqueSchema = new Schema<{ code: string }>(
  { code: String },
  { collection: 'unique__v1', versionKey: false },
).index({ code: 1 }, { unique: true });

let folder: string;
let server: Running;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'view-store-'));
  server = await start({ folder });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

viewStoreContract('mongo', async () => {
  const views = await openViews({ url: server.url, database: 'contract' });
  return { views: views.store, close: views.close };
});

describe('views in mongo', () => {
  let views: Views;
  let raw: mongo.MongoClient;
  beforeAll(async () => {
    views = await openViews({ url: server.url, database: 'service' });
    raw = await new mongo.MongoClient(server.url).connect();
  });
  afterAll(async () => {
    await views.close();
    await raw.close();
  });

  const meeting = (key: string, position: bigint, view: Meeting) => ({ key, position, view });

  it('keep the position as a long of 64 bits', async () => {
    await views.store.save('raw', [{ key: 'a', position: 2n ** 53n + 1n, view: { n: 1 } }]);
    const stored = await raw.db('service').collection('raw').findOne({}, { promoteLongs: false });
    expect(stored).toEqual({ _id: 'a', n: 1, _pos: mongo.Long.fromString('9007199254740993') });
  });

  it('are asked through a model, with its indexes and plain documents', async () => {
    const model = await views.model('meetings', meetingsSchema);
    await views.store.save('meetings__v1', [
      meeting('m1', 1n, { unitId: 'u1', heldOn: '2024-01-01', present: 3 }),
      meeting('m2', 2n, { unitId: 'u1', heldOn: '2024-02-01', present: 4 }),
      meeting('m3', 3n, { unitId: 'u2', heldOn: '2024-03-01', present: 5 }),
    ]);
    const indexes = await raw.db('service').collection('meetings__v1').indexes();
    expect(indexes.map(({ key }) => key)).toEqual([{ _id: 1 }, { unitId: 1, heldOn: -1 }]);
    const found = await model.find({ unitId: 'u1' }).sort({ heldOn: -1 }).lean();
    expect(found.map(({ _id, present }) => [String(_id), present])).toEqual([
      ['m2', 4],
      ['m1', 3],
    ]);
  });

  it('give the same model when it is asked for again', async () => {
    expect(await views.model('meetings', meetingsSchema)).toBe(await views.model('meetings', meetingsSchema));
  });

  it('fail where anything else than the guard refuses a write, and the rest of the batch is written', async () => {
    await views.model('unique', uniqueSchema);
    const saving = views.store.save('unique__v1', [
      { key: 'a', position: 1n, view: { code: 'X' } },
      { key: 'b', position: 2n, view: { code: 'X' } },
      { key: 'c', position: 3n, view: { code: 'Y' } },
    ]);
    await expect(saving).rejects.toMatchObject({ code: 11_000 });
    expect([...(await views.store.load('unique__v1', ['a', 'b', 'c'])).keys()].sort()).toEqual(['a', 'c']);
  });

  it('fail where one write is refused by the guard and another by something else', async () => {
    await views.store.save('unique__v1', [{ key: 'd', position: 9n, view: { code: 'D' } }]);
    const saving = views.store.save('unique__v1', [
      { key: 'd', position: 8n, view: { code: 'D' } },
      { key: 'e', position: 10n, view: { code: 'D' } },
    ]);
    await expect(saving).rejects.toMatchObject({ code: 11_000 });
  });

  it('keep the first reason of a parked event', async () => {
    const event = { slice: 's', stream: 'one', revision: 3n, eventId: 'e', type: 't', reason: 'first' };
    await views.store.park(event);
    await views.store.park({ ...event, reason: 'second' });
    const stored = await raw.db('service').collection('parked').find().toArray();
    expect(stored.map(({ reason }) => reason)).toEqual(['first']);
  });

  it('are there for the next process', async () => {
    await views.store.save('later', [{ key: 'a', position: 4n, view: { n: 1 } }]);
    await views.store.saveCheckpoint('later', { commit: 4n, prepare: 3n });
    const next = await openViews({ url: server.url, database: 'service' });
    expect(await next.store.checkpoint('later')).toEqual({ commit: 4n, prepare: 3n });
    expect((await next.store.load('later', ['a'])).get('a')?.view).toEqual({ n: 1 });
    await next.close();
  });

  it('of another service are apart', async () => {
    const other = await openViews({ url: server.url, database: 'other' });
    expect(await other.store.checkpoint('later')).toBeUndefined();
    await other.close();
  });

  it('answer a ping until they are closed, and nothing afterwards', async () => {
    const closing = await openViews({ url: server.url, database: 'service' });
    expect(await closing.ping()).toBe(true);
    await closing.close();
    expect(await closing.ping()).toBe(false);
    await expect(closing.store.checkpoint('later')).rejects.toThrow();
  });
});

describe('views of a store that is away', () => {
  const opened: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of opened.splice(0).reverse()) await close();
  });

  const started = async (options: Parameters<typeof start>[0]): Promise<Running> => {
    const running = await start(options);
    opened.push(() => running.close());
    return running;
  };

  it('fail at once, and are back with the store', async () => {
    const own = await mkdtemp(join(tmpdir(), 'view-store-'));
    opened.push(() => rm(own, { recursive: true, force: true }));
    const first = await start({ folder: own });
    const views = await openViews({ url: `${first.url}&serverSelectionTimeoutMS=200`, database: 'service' });
    opened.push(views.close);
    await views.store.saveCheckpoint('s', { commit: 1n, prepare: 1n });
    await first.close();
    expect(await views.ping()).toBe(false);
    await expect(views.store.save('s', [{ key: 'a', position: 1n, view: {} }])).rejects.toThrow();
    await expect(views.store.saveCheckpoint('s', { commit: 2n, prepare: 2n })).rejects.toThrow();
    await expect(views.store.load('s', ['a'])).rejects.toThrow();
    await started({ folder: own, port: first.port });
    expect(await views.store.checkpoint('s')).toEqual({ commit: 1n, prepare: 1n });
    expect((await views.store.load('s', ['a'])).size).toBe(0);
    expect(await views.ping()).toBe(true);
  });
});
