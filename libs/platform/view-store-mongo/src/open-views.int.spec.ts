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

const at = (commit: bigint) => ({ commit, prepare: commit });

viewStoreContract('mongo, embedded', async () => {
  const views = await openViews({ url: server.url, database: 'contract' });
  return { views: views.store, close: views.close };
});

const reached = async ({ store }: Views, generation: string) =>
  (await store.checkpoints([generation])).get(generation);

const elsewhere = process.env['MONGO_URL'];
if (elsewhere !== undefined)
  viewStoreContract('mongo, as told by MONGO_URL', async () => {
    const database = `benkan-contract-${process.pid}-${Date.now()}`;
    const views = await openViews({ url: elsewhere, database });
    const raw = await new mongo.MongoClient(elsewhere).connect();
    return {
      views: views.store,
      close: async () => {
        await raw.db(database).dropDatabase();
        await raw.close();
        await views.close();
      },
    };
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

  const meeting = (key: string, commit: bigint, view: Meeting) => ({ key, position: at(commit), view });

  it('keep the position as a long of 64 bits', async () => {
    const position = { commit: 2n ** 53n + 1n, prepare: 2n ** 53n };
    await views.store.save('raw', [{ key: 'a', position, view: { n: 1 } }]);
    const stored = await raw.db('service').collection('raw').findOne({}, { promoteLongs: false });
    expect(stored).toEqual({
      ...{ _id: 'a', n: 1 },
      ...{
        _pos: mongo.Long.fromString('9007199254740993'),
        _prep: mongo.Long.fromString('9007199254740992'),
      },
    });
  });

  it('are asked through a model, with its indexes and plain documents', async () => {
    const model = await views.model('meetings', meetingsSchema);
    await views.store.save('meetings__v1__g1', [
      meeting('m1', 1n, { unitId: 'u1', heldOn: '2024-01-01', present: 3 }),
      meeting('m2', 2n, { unitId: 'u1', heldOn: '2024-02-01', present: 4 }),
      meeting('m3', 3n, { unitId: 'u2', heldOn: '2024-03-01', present: 5 }),
    ]);
    const indexes = await raw.db('service').collection('meetings__v1__g1').indexes();
    expect(indexes.map(({ key }) => key)).toEqual([{ _id: 1 }, { unitId: 1, heldOn: -1 }]);
    const found = await model.current().find({ unitId: 'u1' }).sort({ heldOn: -1 }).lean();
    expect(found.map(({ _id, present }) => [String(_id), present])).toEqual([
      ['m2', 4],
      ['m1', 3],
    ]);
  });

  it('give the same model when it is asked for again', async () => {
    const [one, other] = [
      await views.model('meetings', meetingsSchema),
      await views.model('meetings', meetingsSchema),
    ];
    expect(one.current()).toBe(other.current());
  });

  it('are asked in the generation that answers, from the moment it is known', async () => {
    const model = await views.model('meetings', meetingsSchema);
    await views.store.createSlice('meetings__v1');
    await views.index(meetingsSchema, 'meetings__v1__g2');
    const indexes = await raw.db('service').collection('meetings__v1__g2').indexes();
    expect(indexes.map(({ key }) => key)).toEqual([{ _id: 1 }, { unitId: 1, heldOn: -1 }]);
    const other = meeting('m9', 9n, { unitId: 'u9', heldOn: '2024-09-01', present: 9 });
    await views.store.save('meetings__v1__g2', [other]);
    const keys = async () => (await model.current().find().lean()).map(({ _id }) => String(_id));
    expect([model.generation(), await keys()]).toEqual([1, ['m1', 'm2', 'm3']]);
    const change = { slice: 'meetings__v1', expected: { active: 1 }, change: { active: 2 } };
    await views.store.changeSlices([change], { lasting: true });
    await views.store.slices();
    expect([model.generation(), await keys()]).toEqual([2, ['m9']]);
  });

  it('fail where anything else than the guard refuses a write, and the rest of the batch is written', async () => {
    await views.model('unique', uniqueSchema);
    const saving = views.store.save('unique__v1__g1', [
      { key: 'a', position: at(1n), view: { code: 'X' } },
      { key: 'b', position: at(2n), view: { code: 'X' } },
      { key: 'c', position: at(3n), view: { code: 'Y' } },
    ]);
    await expect(saving).rejects.toMatchObject({ code: 11_000 });
    expect([...(await views.store.load('unique__v1__g1', ['a', 'b', 'c'])).keys()].sort()).toEqual([
      'a',
      'c',
    ]);
  });

  it('fail where one write is refused by the guard and another by something else', async () => {
    await views.store.save('unique__v1__g1', [{ key: 'd', position: at(9n), view: { code: 'D' } }]);
    const saving = views.store.save('unique__v1__g1', [
      { key: 'd', position: at(8n), view: { code: 'D' } },
      { key: 'e', position: at(10n), view: { code: 'D' } },
    ]);
    await expect(saving).rejects.toMatchObject({ code: 11_000 });
  });

  it('keep the first reason of a parked event', async () => {
    const event = { generation: 's', stream: 'one', revision: 3n, eventId: 'e', type: 't', reason: 'first' };
    await views.store.park(event);
    await views.store.park({ ...event, reason: 'second' });
    const stored = await raw.db('service').collection('parked').find().toArray();
    expect(stored.map(({ reason }) => reason)).toEqual(['first']);
  });

  it('are there for the next process', async () => {
    await views.store.save('later', [{ key: 'a', position: at(4n), view: { n: 1 } }]);
    await views.store.claim('later', 1);
    await views.store.saveCheckpoint('later', { commit: 4n, prepare: 3n }, 1);
    const next = await openViews({ url: server.url, database: 'service' });
    expect(await reached(next, 'later')).toEqual({ commit: 4n, prepare: 3n });
    expect((await next.store.load('later', ['a'])).get('a')?.view).toEqual({ n: 1 });
    await next.close();
  });

  it('of another service are apart', async () => {
    const other = await openViews({ url: server.url, database: 'other' });
    expect(await reached(other, 'later')).toBeUndefined();
    await other.close();
  });

  it('answer a ping until they are closed, and nothing afterwards', async () => {
    const closing = await openViews({ url: server.url, database: 'service' });
    expect(await closing.ping()).toBe(true);
    await closing.close();
    expect(await closing.ping()).toBe(false);
    await expect(reached(closing, 'later')).rejects.toThrow();
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
    await views.store.claim('s', 1);
    await views.store.saveCheckpoint('s', at(1n), 1);
    await first.close();
    expect(await views.ping()).toBe(false);
    await expect(views.store.save('s', [{ key: 'a', position: at(1n), view: {} }])).rejects.toThrow();
    await expect(views.store.saveCheckpoint('s', at(2n), 1)).rejects.toThrow();
    await expect(views.store.load('s', ['a'])).rejects.toThrow();
    await started({ folder: own, port: first.port });
    expect(await reached(views, 's')).toEqual(at(1n));
    expect((await views.store.load('s', ['a'])).size).toBe(0);
    expect(await views.ping()).toBe(true);
  });
});
