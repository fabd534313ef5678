import mongoose, { mongo } from 'mongoose';
import { driven, type Driven } from './driven.examples';

const { Long, Double, ObjectId, Binary } = mongo;
const long = (text: string): mongo.Long => Long.fromString(text);

describe('the driver on the document server', () => {
  let server: Driven['server'];
  let client: Driven['client'];
  let views: Driven['views'];
  let close: Driven['close'];

  beforeAll(async () => {
    ({ server, client, views, close } = await driven({ promoteLongs: false }));
  });
  afterAll(() => close());

  beforeEach(async () => {
    await views.drop();
  });

  it('preserves every BSON type', async () => {
    const document = {
      _id: 'types',
      long: long('9007199254740993'),
      small: long('5'),
      whole: new Double(5),
      real: 5.5,
      int: 5,
      date: new Date(1),
      id: new ObjectId(),
      bytes: new Binary(Buffer.from('ɛɔɲ'), 0x80),
      none: null,
      yes: true,
      deep: [[1, [long('2')]], [{ a: new Double(1) }]],
    };
    await views.insertOne(document);
    const raw = await views.findOne({ _id: 'types' }, { promoteValues: false });
    expect(raw).toMatchObject({
      long: document.long,
      whole: new Double(5),
      int: new mongo.Int32(5),
      deep: [[new mongo.Int32(1), [long('2')]], [{ a: new Double(1) }]],
    });
    await views.updateOne({ _id: 'types' }, { $set: { other: 1 } });
    expect(await views.findOne({ _id: 'types' }, { promoteValues: false })).toEqual({
      ...raw,
      other: new mongo.Int32(1),
    });
  });

  it('guards an upsert by position, beyond 2^53', async () => {
    const write = (pos: string) =>
      views.replaceOne({ _id: 'x', _pos: { $lt: long(pos) } }, { _pos: long(pos) }, { upsert: true });
    expect(await write('9007199254740992')).toMatchObject({ upsertedCount: 1, upsertedId: 'x' });
    expect(await write('9007199254740993')).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    for (const stale of ['9007199254740993', '9007199254740992']) {
      await expect(write(stale)).rejects.toMatchObject({
        code: 11000,
        keyPattern: { _id: 1 },
        keyValue: { _id: 'x' },
      });
    }
    expect(await views.findOne({ _id: 'x' })).toEqual({ _id: 'x', _pos: long('9007199254740993') });
  });

  it('guards by pipeline', async () => {
    const write = (pos: string, v: number) => {
      const stale = { $lt: [{ $ifNull: ['$_pos', long('-1')] }, long(pos)] };
      const next = { $literal: { _pos: long(pos), v } };
      return views.updateOne(
        { _id: 'x' },
        [{ $replaceWith: { $cond: [stale, { $mergeObjects: [{ _id: '$_id' }, next] }, '$$ROOT'] } }],
        { upsert: true },
      );
    };
    expect(await write('9007199254740993', 1)).toMatchObject({ upsertedCount: 1 });
    expect(await write('9007199254740992', 2)).toMatchObject({ matchedCount: 1, modifiedCount: 0 });
    expect(await write('9007199254740994', 3)).toMatchObject({ modifiedCount: 1 });
    expect(await views.findOne({})).toEqual({ _id: 'x', _pos: long('9007199254740994'), v: 3 });
  });

  it('reports an unordered batch statement by statement', async () => {
    await views.insertOne({ _id: 'a', _pos: long('5') });
    const guarded = (id: string, pos: string) => ({
      updateOne: {
        filter: { _id: id, _pos: { $lt: long(pos) } },
        update: { $set: { _pos: long(pos) } },
        upsert: true,
      },
    });
    const batch = [
      guarded('b', '1'),
      guarded('a', '5'),
      guarded('a', '6'),
      { deleteOne: { filter: { _id: 'b' } } },
      { insertOne: { document: { _id: 'c' } } },
    ];
    const failure: mongo.MongoBulkWriteError = await views.bulkWrite(batch, { ordered: false }).then(
      () => Promise.reject(new Error('expected a failure')),
      (error: mongo.MongoBulkWriteError) => error,
    );
    expect([failure.writeErrors].flat().map(({ index, code }) => ({ index, code }))).toEqual([
      { index: 1, code: 11000 },
    ]);
    expect(failure.result).toMatchObject({
      upsertedCount: 1,
      matchedCount: 1,
      deletedCount: 1,
      insertedCount: 1,
      upsertedIds: { 0: 'b' },
    });
  });

  it('stops an ordered batch at its first failure', async () => {
    const insert = views.insertMany([{ _id: 'a' }, { _id: 'a' }, { _id: 'b' }]);
    await expect(insert).rejects.toMatchObject({ code: 11000 });
    expect(await views.countDocuments()).toBe(1);
  });

  it('pages by cursor, and forgets a killed one', async () => {
    await views.insertMany(Array.from({ length: 1_000 }, (_, n) => ({ _id: `d${n}`, n })));
    const cursor = views.find({}, { batchSize: 100, sort: { n: 1 } });
    const seen: unknown[] = [];
    for await (const { n } of cursor) seen.push(n);
    expect(seen).toEqual(Array.from({ length: 1_000 }, (_, n) => n));
    const left = views.find({}, { batchSize: 10 });
    await left.next();
    const { id } = left;
    await left.close();
    const more = client.db('read').command({ getMore: id ?? long('0'), collection: 'views' });
    await expect(more).rejects.toMatchObject({ code: 43 });
    expect(
      await views.find({}, { skip: 10, limit: 5, sort: { n: -1 }, projection: { n: 1, _id: 0 } }).toArray(),
    ).toEqual([989, 988, 987, 986, 985].map((n) => ({ n })));
  });

  it('finds and modifies', async () => {
    const options = { upsert: true, returnDocument: 'after' } as const;
    expect(await views.findOneAndUpdate({ _id: 'n' }, { $inc: { n: 1 } }, options)).toEqual({
      _id: 'n',
      n: 1,
    });
    expect(await views.findOneAndUpdate({ _id: 'n', n: 1 }, { $inc: { n: 1 } })).toEqual({ _id: 'n', n: 1 });
    expect(await views.findOneAndReplace({ _id: 'n' }, { m: 1 }, { returnDocument: 'after' })).toEqual({
      _id: 'n',
      m: 1,
    });
    const shown = { projection: { m: 1, _id: 0 } };
    expect(await views.findOneAndUpdate({ _id: 'n' }, { $set: { k: 1 } }, shown)).toEqual({ m: 1 });
    expect(await views.findOneAndDelete({ m: 1 })).toEqual({ _id: 'n', m: 1, k: 1 });
    expect(await views.findOneAndDelete({ m: 1 })).toBeNull();
  });

  it('updates and deletes many, counts, and tells distinct values', async () => {
    await views.insertMany(
      Array.from({ length: 50 }, (_, n) => ({ _id: `d${n}`, n, r: n % 3, tags: ['x', n % 2] })),
    );
    expect(await views.updateMany({ r: 1 }, { $set: { r: 5 } })).toMatchObject({
      matchedCount: 17,
      modifiedCount: 17,
    });
    expect(await views.updateMany({ r: 5 }, { $set: { r: 5 } })).toMatchObject({
      matchedCount: 17,
      modifiedCount: 0,
    });
    expect(await views.distinct('r')).toEqual([0, 5, 2]);
    expect(await views.distinct('tags')).toEqual(['x', 0, 1]);
    expect(await views.deleteMany({ r: 5 })).toMatchObject({ deletedCount: 17 });
    expect(await views.countDocuments({ n: { $gte: 10 } })).toBe(26);
    expect(await views.estimatedDocumentCount()).toBe(33);
  });

  it('builds, lists and drops indexes', async () => {
    await views.insertMany([
      { _id: 'a', k: 1 },
      { _id: 'b', k: 2 },
    ]);
    expect(await views.createIndex({ k: 1, _id: -1 }, { unique: true })).toBe('k_1__id_-1');
    expect(await views.createIndex({ k: 1 }, { unique: true, name: 'k' })).toBe('k');
    expect((await views.listIndexes().toArray()).map(({ name }) => name)).toEqual([
      '_id_',
      'k_1__id_-1',
      'k',
    ]);
    await expect(views.insertOne({ _id: 'c', k: 2 })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { k: 1 },
      keyValue: { k: 2 },
    });
    await expect(views.updateOne({ _id: 'a' }, { $set: { k: 2 } })).rejects.toMatchObject({ code: 11000 });
    expect(await views.findOne({ _id: 'a' })).toEqual({ _id: 'a', k: 1 });
    await views.dropIndex('k');
    await views.insertOne({ _id: 'c', k: 2 });
    await expect(views.createIndex({ k: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect((await views.listIndexes().toArray()).map(({ name }) => name)).toEqual(['_id_', 'k_1__id_-1']);
  });

  it('aggregates', async () => {
    await views.insertMany(Array.from({ length: 40 }, (_, n) => ({ _id: `d${n}`, n, r: n % 4 })));
    const rows = await views
      .aggregate([
        { $match: { n: { $gte: 20 } } },
        { $group: { _id: '$r', n: { $sum: '$n' } } },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    expect(rows).toEqual([140, 145, 150, 155].map((n, _id) => ({ _id, n: n })));
    expect(await views.aggregate([{ $sort: { n: -1 } }, { $limit: 1 }]).toArray()).toEqual([
      { _id: 'd39', n: 39, r: 3 },
    ]);
  });

  it('drops collections and databases', async () => {
    const other = client.db('other');
    await other.collection('a').insertOne({ x: 1 });
    await other.createCollection('b');
    await expect(other.createCollection('b')).rejects.toMatchObject({ code: 48 });
    expect((await other.listCollections().toArray()).map(({ name }) => name).sort()).toEqual(['a', 'b']);
    await other.collection('a').drop();
    expect(await other.collection('a').countDocuments()).toBe(0);
    await other.dropDatabase();
    expect(await other.listCollections({}, { nameOnly: true }).toArray()).toEqual([]);
    expect((await client.db().admin().listDatabases()).databases.map(({ name }) => name)).not.toContain(
      'other',
    );
  });

  it('serves mongoose models', async () => {
    const connection = await mongoose.createConnection(`${server.url}`, { dbName: 'models' }).asPromise();
    const schema = new mongoose.Schema(
      { name: { type: String, unique: true }, region: { type: String, index: true }, count: Number },
      { timestamps: true },
    );
    const Committee = connection.model('Committee', schema);
    await Committee.init();
    const created = await Committee.create({ name: 'Bozo', region: 'mopti', count: 2 });
    await expect(Committee.create({ name: 'Bozo' })).rejects.toMatchObject({ code: 11000 });
    expect(await Committee.findById(created._id).lean()).toMatchObject({ name: 'Bozo', count: 2 });
    await Committee.updateOne({ _id: created._id }, { $inc: { count: 1 } });
    expect(await Committee.find({ region: 'mopti' }).sort({ name: 1 }).select('count -_id').lean()).toEqual([
      { count: 3 },
    ]);
    expect(await Committee.countDocuments()).toBe(1);
    await Committee.bulkWrite([{ deleteOne: { filter: { name: 'Bozo' } } }]);
    expect(await Committee.exists({ name: 'Bozo' })).toBeNull();
    await connection.close();
  });
});
