import { connect } from 'node:net';
import { mongo } from 'mongoose';
import { driven, type Driven } from './driven.examples';

const long = (text: string): mongo.Long => mongo.Long.fromString(text);

describe('what the document server refuses', () => {
  let server: Driven['server'];
  let client: Driven['client'];
  let views: Driven['views'];
  let close: Driven['close'];

  beforeAll(async () => {
    ({ server, client, views, close } = await driven());
  });
  afterAll(() => close());

  const transaction = { txnNumber: long('1'), startTransaction: true, autocommit: false };
  const aggregate = (...pipeline: readonly mongo.Document[]): mongo.Document => ({
    aggregate: 'views',
    pipeline,
    cursor: {},
  });
  const update = (u: unknown, more: mongo.Document = {}): mongo.Document => ({
    findAndModify: 'views',
    query: {},
    update: u,
    ...more,
  });
  const index = (key: mongo.Document, more: mongo.Document = {}): mongo.Document => ({
    createIndexes: 'views',
    indexes: [{ key, name: 'a', ...more }],
  });

  const refused: readonly (readonly [mongo.Document, number, string])[] = [
    [{ nonsense: 1 }, 59, 'CommandNotFound'],
    [{ toString: 1 }, 59, 'CommandNotFound'],
    // of a later version
    [{ bulkWrite: 1, ops: [] }, 59, 'CommandNotFound'],
    [{ serverStatus: 1 }, 115, 'CommandNotSupported'],
    [{ mapReduce: 'views' }, 115, 'CommandNotSupported'],
    [{ renameCollection: 'read.views', to: 'read.other' }, 115, 'CommandNotSupported'],
    [{ commitTransaction: 1 }, 20, 'IllegalOperation'],
    [{ insert: 'views', documents: [{}], ...transaction }, 20, 'IllegalOperation'],
    [{ find: 'views', collation: { locale: 'fr' } }, 40415, 'IDLUnknownField'],
    [{ find: 'views', hint: { a: 1 } }, 40415, 'IDLUnknownField'],
    [{ find: 'views', tailable: true }, 40415, 'IDLUnknownField'],
    [{ count: 'views', query: {}, collation: {} }, 40415, 'IDLUnknownField'],
    [update({ $set: { a: 1 } }, { arrayFilters: [] }), 40415, 'IDLUnknownField'],
    [{ create: 'views', capped: true, size: 100 }, 40415, 'IDLUnknownField'],
    [{ find: 'views', filter: { $where: '1' } }, 2, 'BadValue'],
    [{ find: 'views', filter: { $text: { $search: 'x' } } }, 2, 'BadValue'],
    [{ find: 'views', filter: { a: { $near: [1, 2] } } }, 2, 'BadValue'],
    [{ find: 'views', sort: { a: 2 } }, 2, 'BadValue'],
    [{ find: 'views', skip: -1 }, 2, 'BadValue'],
    [{ find: 'views', filter: 1 }, 14, 'TypeMismatch'],
    [{ find: 'views', readConcern: { level: 'snapshot' } }, 123, 'NotAReplicaSet'],
    [{ insert: 'views', documents: [{}], writeConcern: { w: 3 } }, 2, 'BadValue'],
    [{ insert: 'views', documents: [] }, 2, 'BadValue'],
    [{ insert: 'a$b', documents: [{}] }, 73, 'InvalidNamespace'],
    [{ insert: '', documents: [{}] }, 73, 'InvalidNamespace'],
    [update({ $bit: { a: 1 } }), 9, 'FailedToParse'],
    [update(1), 9, 'FailedToParse'],
    [update({ a: 1 }, { remove: true }), 9, 'FailedToParse'],
    [update({ a: 1 }, { upsert: true, fields: { a: 1, b: 0 } }), 2, 'BadValue'],
    [update({ a: 1, $set: { b: 1 } }), 52, 'DollarPrefixedFieldName'],
    [update({ $set: { a: 1 }, $inc: { a: 1 } }), 40, 'ConflictingUpdateOperators'],
    [aggregate({ $lookup: {} }), 40324, 'Location40324'],
    [aggregate({ $changeStream: {} }), 40324, 'Location40324'],
    [aggregate({ $group: { _id: 1, a: { $stdDevPop: '$n' } } }), 15952, 'Location15952'],
    [aggregate({ $project: { a: { $rand: {} } } }), 168, 'InvalidPipelineOperator'],
    [{ aggregate: 'views', pipeline: [] }, 9, 'FailedToParse'],
    [{ aggregate: 'views', pipeline: {}, cursor: {} }, 14, 'TypeMismatch'],
    [{ getMore: long('77'), collection: 'views' }, 43, 'CursorNotFound'],
    [index({ a: 1 }, { sparse: true }), 67, 'CannotCreateIndex'],
    [index({ a: 1 }, { expireAfterSeconds: 1 }), 67, 'CannotCreateIndex'],
    [index({ a: 'text' }), 67, 'CannotCreateIndex'],
    [{ dropIndexes: 'nowhere', index: 'a' }, 26, 'NamespaceNotFound'],
    [{ validate: 'nowhere' }, 26, 'NamespaceNotFound'],
    [{ explain: { count: 'views' } }, 238, 'NotImplemented'],
  ];

  it.each(refused)('refuses %j', async (command, code, codeName) => {
    const failed: Promise<unknown> = client.db('read').command(command);
    await expect(failed).rejects.toMatchObject({ code, codeName });
    // whatever was refused has left nothing behind
    expect(await client.db('read').listCollections().toArray()).toEqual([]);
  });

  it.each<readonly [string, mongo.Document, number]>([
    ['an _id that is an array', { insert: 'batch', documents: [{ _id: [1] }] }, 53],
    ['an unknown modifier', { update: 'batch', updates: [{ q: {}, u: { $bit: { a: 1 } } }] }, 9],
    ['a collation', { update: 'batch', updates: [{ q: {}, u: { a: 1 }, collation: {} }] }, 40415],
    ['many replaced by one', { update: 'batch', updates: [{ q: {}, u: { a: 1 }, multi: true }] }, 9],
    ['two ids', { update: 'batch', updates: [{ q: { _id: 1 }, u: { _id: 2 }, upsert: true }] }, 66],
    ['a limit of two', { delete: 'batch', deletes: [{ q: {}, limit: 2 }] }, 2],
  ])('refuses %s as one statement of a batch', async (_name, command, code) => {
    expect(await client.db('batch').command(command)).toMatchObject({
      ok: 1,
      n: 0,
      writeErrors: [{ index: 0, code, errmsg: expect.any(String) }],
    });
  });

  it.each<readonly [string, mongo.Document]>([
    ['an update', { update: 'absent', updates: [{ q: { _id: 1 }, u: { $set: { a: 1 } } }] }],
    ['a delete', { delete: 'absent', deletes: [{ q: {}, limit: 0 }] }],
    ['a findAndModify', { findAndModify: 'absent', query: { _id: 1 }, update: { a: 1 } }],
    ['a removal', { findAndModify: 'absent', query: { _id: 1 }, remove: true }],
  ])('creates no collection for %s that meets nothing', async (_name, command) => {
    expect(await client.db('empty').command(command)).toMatchObject({ ok: 1 });
    expect(await client.db('empty').listCollections().toArray()).toEqual([]);
  });

  it('refuses transactions and array filters', async () => {
    const filters = views.updateOne({}, { $set: { 'a.$[x]': 1 } }, { arrayFilters: [{ x: 1 }] });
    await expect(filters).rejects.toMatchObject({ code: 40415 });
    const session = client.startSession();
    session.startTransaction();
    await expect(views.insertOne({ _id: 't' }, { session })).rejects.toThrow();
    await session.endSession();
  });

  it('hangs up on what is not the protocol, and serves the others on', async () => {
    const socket = connect(server.port, '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write('GET / HTTP/1.1\r\n\r\n'.padEnd(64, 'x'));
    await closed;
    expect(await client.db().admin().ping()).toEqual({ ok: 1 });
  });
});
