import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { credentials as channel } from '@grpc/grpc-js';
import { atLength } from '@benkan/testing';
import { open } from 'lmdb';
import { type EventStoreServer, start } from './start';

let folder: string;
let server: EventStoreServer;
let client: EventStoreDBClient;
beforeAll(async () => {
  // on a real disk: what lies in memory is never waiting to be flushed
  folder = await mkdtemp(join('/var/tmp', 'benkan-load-'));
  server = await start({ folder });
  client = EventStoreDBClient.connectionString(server.url);
});
afterAll(async () => {
  await client.dispose();
  await server.close();
  await rm(folder, { recursive: true });
});

const fact = (padding = 100) => jsonEvent({ type: 'happened', data: { padding: 'x'.repeat(padding) } });
const credentials = { username: 'any', password: 'any' };

/** Commits the database has made so far, by its own count. */
const commits = async (): Promise<number> => {
  const environment = open({ path: folder, readOnly: true, maxDbs: 8 });
  const { lastTxnId } = environment.getStats() as { readonly lastTxnId: number };
  await environment.close();
  return lastTxnId;
};

describe('committing', () => {
  it.each([
    ['one call an append', { credentials }],
    ['in batches', {}],
  ])('takes many concurrent appends together, %s', async (_name, how) => {
    const APPENDS = 500;
    const before = await commits();
    await Promise.all(
      Array.from({ length: APPENDS }, () => client.appendToStream(randomUUID(), fact(), how)),
    );
    const made = (await commits()) - before;
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThanOrEqual(APPENDS / 5);
  });
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

describe('acknowledging', () => {
  it('comes after the disk has everything', async () => {
    for (let round = 0; round < 10; round += 1) {
      for (let n = 0; n < 5; n += 1) await client.appendToStream(randomUUID(), fact(500));
      for await (const { event } of client.readAll({
        direction: 'backwards',
        fromPosition: 'end',
        maxCount: 5,
      }))
        expect(event).toBeDefined();
      const { present, dirty } = mapped();
      expect(present).toBeGreaterThan(0);
      expect(dirty).toBe(0);
    }
  });
});

const SCRIPT = `
  const { Worker } = require('node:worker_threads');
  const worker = new Worker(process.argv[1], { workerData: JSON.parse(process.argv[2]) });
  worker.on('message', (message) => console.log(JSON.stringify(message)));`;

type Reading = ReturnType<StreamsClient['read']>;
type Alone = { readonly child: ChildProcess; readonly address: string; readonly complaints: () => string };

const alone: ChildProcess[] = [];
afterEach(async () => {
  for (const child of alone.splice(0)) {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }
});

/** A server in a process of its own, whose memory and whose standard error are nobody else's. */
const startAlone = async (): Promise<Alone> => {
  const options = JSON.stringify({ folder: join(folder, 'alone'), port: 0, host: '127.0.0.1' });
  const child = spawn(process.execPath, ['-e', SCRIPT, join(__dirname, 'boot.cjs'), options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alone.push(child);
  let complaints = '';
  child.stderr.on('data', (text: Buffer) => void (complaints += String(text)));
  const [line]: Buffer[] = await once(child.stdout, 'data');
  const { port }: { port: number } = JSON.parse(String(line));
  return { child, address: `127.0.0.1:${port}`, complaints: () => complaints };
};

const everything = (): ReadReq => {
  const options = new ReadReq.Options()
    .setAll(new ReadReq.Options.AllOptions().setStart(new Empty()))
    .setNoFilter(new Empty())
    .setSubscription(new ReadReq.Options.SubscriptionOptions())
    .setUuidOption(new ReadReq.Options.UUIDOption().setString(new Empty()));
  return new ReadReq().setOptions(options);
};

describe('a subscriber that does not read', () => {
  const EVENTS = atLength({ ci: 10_000, soak: 50_000 });
  const BATCH = 100;
  const EVENT_BYTES = 8_000;
  const MEBIBYTE = 1024 * 1024;

  it('holds up no append and costs no memory', async () => {
    const { child, address, complaints } = await startAlone();
    const writing = EventStoreDBClient.connectionString(`esdb://${address}?tls=false`);
    const streams = new StreamsClient(address, channel.createInsecure());
    const subscription = streams.read(everything());
    const ended = new Promise((resolve) => void subscription.once('error', resolve));
    // a call nobody has read from yet takes everything into the client's memory: it has to be stopped in the middle
    await once(subscription, 'data');
    subscription.pause();

    const bytes = (): number => {
      const memory = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/^RssAnon:\s+(\d+) kB$/m.exec(memory)?.[1]) * 1024;
    };
    const append = (): Promise<unknown> =>
      writing.appendToStream(
        randomUUID(),
        Array.from({ length: BATCH }, () => fact(EVENT_BYTES)),
      );
    for (let n = 0; n < EVENTS / 5; n += BATCH) await append();
    const before = bytes();
    for (let n = EVENTS / 5; n < EVENTS; n += BATCH) await append();
    expect((bytes() - before) / MEBIBYTE).toBeLessThan(32);
    expect(complaints()).toBe('');

    subscription.cancel();
    await ended;
    streams.close();
    await writing.dispose();
  }, 180_000);
});

describe('many at a time', () => {
  const CALLS = 30;

  it('are served without a word of complaint, and those who read nothing and then leave do no harm', async () => {
    const { address, complaints } = await startAlone();
    const streams = new StreamsClient(address, channel.createInsecure());
    const writing = EventStoreDBClient.connectionString(`esdb://${address}?tls=false`);
    for (let n = 0; n < 20; n += 1)
      await writing.appendToStream(
        randomUUID(),
        Array.from({ length: 100 }, () => fact(1_000)),
      );
    const batches = Array.from({ length: CALLS }, () => streams.batchAppend().on('error', () => undefined));
    const reading = (deadline: number): { readonly call: Reading; readonly ended: Promise<unknown> } => {
      const call = streams.read(everything(), { deadline });
      return { call, ended: new Promise((resolve) => void call.once('error', resolve)) };
    };
    const late = Date.now() + 1_000;
    const slow = Array.from({ length: CALLS }, () => reading(late));
    for (const { call } of slow) call.once('data', () => call.pause());
    const left = Array.from({ length: CALLS }, () => reading(Infinity));
    for (const { call } of left) call.once('data', () => call.cancel());
    await Promise.all(left.map(({ ended }) => ended));
    const witness = reading(late + 100);
    witness.call.resume();
    await witness.ended;
    for (const { call } of slow) call.resume();
    await Promise.all(slow.map(({ ended }) => ended));
    for (const batch of batches) batch.end();
    await writing.appendToStream(randomUUID(), fact());
    expect(complaints()).toBe('');
    streams.close();
    await writing.dispose();
  }, 60_000);
});
