import { EJSON } from 'bson';
import { mongo } from 'mongoose';
import {
  CURSOR,
  DATABASE,
  cursorIn,
  readCorpus,
  ready,
  withoutCursor,
  type Case,
} from './corpus/case.examples';
import { start } from './start';
import { temporaryFolder } from './testing';
import type { Doc } from './values/document';

const RAW = { promoteLongs: false, promoteBuffers: false } as const;
const corpus = readCorpus();

interface Server {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const embedded = async (): Promise<Server> => {
  const { folder, remove } = await temporaryFolder();
  const { url, close } = await start({ folder });
  return { url, close: () => close().then(remove) };
};

const MONGO_URL = process.env['MONGO_URL'];
const servers: [string, () => Promise<Server>][] = [['the embedded server', embedded]];
if (MONGO_URL !== undefined)
  servers.push(['the server at MONGO_URL', async () => ({ url: MONGO_URL, close: async () => undefined })]);

// the width of a whole number is the sender's choice, a long is not
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(EJSON.serialize({ value }, { relaxed: false })).replace(
      /\{"\$number(?:Int|Double)":"([^"]*)"\}/g,
      '$1',
    ),
  );

const OF_A_SET = ['$clusterTime', 'operationTime', 'electionId', 'opTime'];

// words differ from version to version, but for those the view store reads
const comparable = (answer: Doc): Doc => {
  const { errmsg, ...rest } = answer;
  const kept = Object.entries(rest).filter(([name]) => !OF_A_SET.includes(name));
  return { ...Object.fromEntries(kept), ...(Number(rest['code']) === 11_000 && { errmsg }) };
};

const batchOf = (reply: Doc): readonly Doc[] | undefined => {
  const cursor = reply['cursor'] as Doc | undefined;
  return (cursor?.['firstBatch'] ?? cursor?.['nextBatch']) as readonly Doc[] | undefined;
};

/** A batch as text, fields in their order; documents in theirs only where the command asked for one. */
const rowsOf = (reply: Doc, command: Doc | undefined): readonly string[] | undefined => {
  const rows = batchOf(reply)?.map((document) => JSON.stringify(plain(document)));
  const ordered = command?.['sort'] !== undefined || JSON.stringify(command).includes('"$sort"');
  return ordered ? rows : rows?.sort();
};

describe.each(servers)('the recorded corpus on %s', (_server, open) => {
  let server: Server;
  let client: mongo.MongoClient;
  const db = (): mongo.Db => client.db(DATABASE);

  beforeAll(async () => {
    server = await open();
    client = await new mongo.MongoClient(server.url, { retryWrites: false }).connect();
  });
  afterAll(async () => {
    await db().dropDatabase();
    await client.close();
    await server.close();
  });

  const answer = (command: Doc): Promise<Doc> =>
    db()
      .command(command, RAW)
      .catch((error: unknown) => {
        if (error instanceof mongo.MongoServerError) return error.errorResponse as Doc;
        throw error;
      });

  const setUp = async ({ setup }: Case): Promise<void> => {
    await db().dropDatabase();
    if (setup === null) return;
    const { collection, documents, indexes } = setup;
    await db().createCollection(collection);
    if (documents.length > 0) await answer({ insert: collection, documents });
    if (indexes.length > 0) await answer({ createIndexes: collection, indexes });
  };

  it.each(corpus.map((each) => [each.name, each] as const))('%s', async (_name, each) => {
    await setUp(each);
    let cursor: unknown;
    for (const [at, command] of each.commands.entries()) {
      const expected = each.replies[at] ?? {};
      const reply = await answer(ready(command, cursor));
      cursor ??= cursorIn(reply);
      const ordering = each.commands[0];
      expect(rowsOf(reply, ordering)).toEqual(rowsOf(expected, ordering));
      if (batchOf(expected) === undefined)
        expect(plain(comparable(withoutCursor(reply)))).toEqual(plain(comparable(expected)));
      else expect(String(cursorIn(withoutCursor(reply)))).toBe(String(cursorIn(expected)));
    }
    if (each.after === null) return;
    const after = db()
      .collection(each.setup?.collection ?? '')
      .find({}, { ...RAW, sort: { _id: 1 } });
    expect((await after.toArray()).map(plain)).toEqual(each.after.map(plain));
  });

  it('holds every command of a projection, a look-up and a page', () => {
    const names = new Set(corpus.map(({ name }) => name.split(' ')[0]));
    expect([...names]).toEqual(
      expect.arrayContaining(['find', 'update', 'insert', 'delete', 'createIndexes', 'getMore']),
    );
    expect(JSON.stringify(corpus)).toContain(CURSOR);
  });
});
