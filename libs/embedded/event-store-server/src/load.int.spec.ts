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

/** A server in a process of its own, whose memory is nobody else's. */
const startAlone = async (): Promise<{ readonly child: ChildProcess; readonly address: string }> => {
  const options = JSON.stringify({ folder: join(folder, 'alone'), port: 0, host: '127.0.0.1' });
  const child = spawn(process.execPath, ['-e', SCRIPT, join(__dirname, 'boot.cjs'), options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line]: Buffer[] = await once(child.stdout, 'data');
  const { port }: { port: number } = JSON.parse(String(line));
  return { child, address: `127.0.0.1:${port}` };
};

describe('a subscriber that does not read', () => {
  const EVENTS = 50_000;
  const BATCH = 500;
  const MEBIBYTE = 1024 * 1024;

  const everything = (): ReadReq => {
    const options = new ReadReq.Options()
      .setAll(new ReadReq.Options.AllOptions().setStart(new Empty()))
      .setNoFilter(new Empty())
      .setSubscription(new ReadReq.Options.SubscriptionOptions())
      .setUuidOption(new ReadReq.Options.UUIDOption().setString(new Empty()));
    return new ReadReq().setOptions(options);
  };

  it('holds up no append and costs no memory', async () => {
    const { child, address } = await startAlone();
    const writing = EventStoreDBClient.connectionString(`esdb://${address}?tls=false`);
    const streams = new StreamsClient(address, channel.createInsecure());
    const subscription = streams.read(everything());
    const ended = new Promise((resolve) => void subscription.once('error', resolve));
    await new Promise((resolve) => void subscription.once('metadata', resolve));
    subscription.pause();

    const bytes = (): number => {
      const memory = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/^RssAnon:\s+(\d+) kB$/m.exec(memory)?.[1]) * 1024;
    };
    const append = (): Promise<unknown> =>
      writing.appendToStream(
        randomUUID(),
        Array.from({ length: BATCH }, () => fact(400)),
      );
    for (let n = 0; n < EVENTS / 5; n += BATCH) await append();
    const before = bytes();
    for (let n = EVENTS / 5; n < EVENTS; n += BATCH) await append();
    expect((bytes() - before) / MEBIBYTE).toBeLessThan(64);

    subscription.cancel();
    await ended;
    streams.close();
    await writing.dispose();
    child.kill('SIGKILL');
    await once(child, 'exit');
  }, 180_000);
});
