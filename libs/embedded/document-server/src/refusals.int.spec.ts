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

  it.each<readonly [mongo.Document, number]>([
    [{ serverStatus: 1 }, 59],
    [{ bulkWrite: 1, ops: [] }, 59],
    [{ find: 'views', collation: { locale: 'fr' } }, 40415],
    [{ find: 'views', filter: { $where: '1' } }, 2],
    [{ find: 'views', readConcern: { level: 'snapshot' } }, 123],
    [
      { insert: 'views', documents: [{}], txnNumber: long('1'), startTransaction: true, autocommit: false },
      20,
    ],
    [{ insert: 'views', documents: [{}], writeConcern: { w: 3 } }, 2],
    [{ insert: 'a$b', documents: [{}] }, 73],
    [{ aggregate: 'views', pipeline: [{ $lookup: {} }], cursor: {} }, 168],
    [{ createIndexes: 'views', indexes: [{ key: { a: 1 }, name: 'a', sparse: true }] }, 67],
    [{ createIndexes: 'views', indexes: [{ key: { a: 'text' }, name: 'a' }] }, 67],
    [{ create: 'views', capped: true, size: 100 }, 40415],
  ])('refuses %j', async (command, code) => {
    await expect(client.db('read').command(command)).rejects.toMatchObject({ code });
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
