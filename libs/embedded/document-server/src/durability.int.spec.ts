import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { mongo } from 'mongoose';
import { temporaryFolder } from './testing';

const SCRIPT = `
  require(${JSON.stringify(join(__dirname, 'sources.cjs'))});
  const { start } = require(${JSON.stringify(join(__dirname, 'index'))});
  start({ folder: process.argv[1] }).then(({ url }) => console.log(url));
`;

interface Child {
  readonly url: string;
  kill(): Promise<void>;
}

const startChild = async (folder: string): Promise<Child> => {
  const child: ChildProcess = spawn(process.execPath, ['-e', SCRIPT, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('the child has no output');
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
  const kill = async (): Promise<void> => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return { url, kill };
};

const connected = (url: string): Promise<mongo.MongoClient> =>
  new mongo.MongoClient(url, { retryWrites: false, serverSelectionTimeoutMS: 2_000 }).connect();

interface Entry {
  readonly _id: string;
  readonly writer: number;
  readonly at: number;
}

interface Counter {
  readonly _id: string;
  readonly n: number;
}

/** What one writer was promised, and what it asked for at most. */
interface Ledger {
  readonly entries: string[];
  acknowledged: number;
  attempted: number;
}

const WRITERS = 8;
const PER_ROUND = 160;

describe('a server killed while it writes', () => {
  let folder: string;
  let remove: () => Promise<void>;
  const ledgers: Ledger[] = Array.from({ length: WRITERS }, () => ({
    entries: [],
    acknowledged: 0,
    attempted: 0,
  }));

  beforeAll(async () => {
    ({ folder, remove } = await temporaryFolder());
  });
  afterAll(() => remove());

  const write = async (
    client: mongo.MongoClient,
    writer: number,
    round: number,
    at: number,
  ): Promise<void> => {
    const ledger = ledgers[writer];
    if (ledger === undefined) throw new Error('no such writer');
    const db = client.db('test');
    const _id = `w${writer}-r${round}-${at}`;
    await db.collection<Entry>('entries').insertOne({ _id, writer, at });
    ledger.entries.push(_id);
    ledger.attempted += 1;
    await db
      .collection<Counter>('counters')
      .updateOne({ _id: `w${writer}` }, { $inc: { n: 1 } }, { upsert: true });
    ledger.acknowledged += 1;
  };

  const writeUntilGone = async (
    client: mongo.MongoClient,
    writer: number,
    round: number,
    count: () => void,
  ): Promise<void> => {
    try {
      for (let at = 0; ; at += 1) {
        await write(client, writer, round, at);
        count();
      }
    } catch (error) {
      if (!(error instanceof mongo.MongoError) || error instanceof mongo.MongoServerError) throw error;
    }
  };

  const round = async (number: number): Promise<void> => {
    const child = await startChild(folder);
    const client = await connected(child.url);
    await client.db('test').collection('entries').createIndex({ writer: 1, at: 1 });
    let written = 0;
    let reached = (): void => undefined;
    const enough = new Promise<void>((resolve) => (reached = resolve));
    const count = (): void => {
      written += 1;
      if (written >= PER_ROUND) reached();
    };
    const writers = ledgers.map((_, writer) => writeUntilGone(client, writer, number, count));
    await Promise.race([enough, Promise.all(writers)]);
    await child.kill();
    await Promise.all(writers);
    await client.close();
    expect(written).toBeGreaterThanOrEqual(PER_ROUND);
  };

  const verify = async (): Promise<void> => {
    const child = await startChild(folder);
    const client = await connected(child.url);
    const db = client.db('test');
    for (const [writer, ledger] of ledgers.entries()) {
      const byIndex = await db.collection<Entry>('entries').find({ writer }).toArray();
      const byScan = await db
        .collection<Entry>('entries')
        .find({ $expr: { $eq: ['$writer', writer] } })
        .toArray();
      const ids = byIndex.map(({ _id }) => _id).sort();
      expect(ids).toEqual(byScan.map(({ _id }) => _id).sort());
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(ledger.entries));
      const counter = await db.collection<Counter>('counters').findOne({ _id: `w${writer}` });
      expect(counter?.n).toBeGreaterThanOrEqual(ledger.acknowledged);
      expect(counter?.n).toBeLessThanOrEqual(ledger.attempted);
    }
    await client.close();
    await child.kill();
  };

  it('keeps all it acknowledged, once, kill after kill', async () => {
    for (let number = 0; number < 4; number += 1) {
      await round(number);
      await verify();
    }
  }, 120_000);
});
