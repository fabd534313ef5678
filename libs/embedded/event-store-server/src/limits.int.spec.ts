import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  binaryEvent,
  EventStoreDBClient,
  excludeSystemEvents,
  jsonEvent,
  MaxAppendSizeExceededError,
} from '@eventstore/db-client';
import { ServerFeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { Client, credentials as channel, status } from '@grpc/grpc-js';
import { type EventStoreServer, start } from './start';

let folder: string;
let server: EventStoreServer;
let client: EventStoreDBClient;
let address: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benkan-limits-'));
  server = await start({ folder });
  client = EventStoreDBClient.connectionString(server.url);
  address = `127.0.0.1:${server.port}`;
});
afterAll(async () => {
  await client.dispose();
  await server.close();
  await rm(folder, { recursive: true });
});

const MAX_APPEND = 1024 * 1024;
const MAX_NAME = 1_000;
const credentials = { username: 'any', password: 'any' };
const fact = (type = 'happened') => jsonEvent({ type, data: { n: 1 } });

describe.each([
  ['one call an append', { credentials }],
  ['in batches', {}],
])('the limits of an append, %s', (_name, how) => {
  // data, metadata and type count
  const eventOf = (bytes: number) =>
    binaryEvent({ type: 'ɛbytes', data: new Uint8Array(bytes - 10), metadata: new Uint8Array(3) });

  it('are a megabyte to the byte, of all its events together', async () => {
    const [stream, other] = [randomUUID(), randomUUID()];
    await client.appendToStream(stream, eventOf(MAX_APPEND), how);
    await client.appendToStream(stream, [eventOf(MAX_APPEND / 2), eventOf(MAX_APPEND / 2)], how);
    const tooLarge = [[eventOf(MAX_APPEND + 1)], [eventOf(MAX_APPEND / 2), eventOf(MAX_APPEND / 2 + 1)]];
    for (const events of tooLarge)
      await expect(client.appendToStream(other, events, how)).rejects.toBeInstanceOf(
        MaxAppendSizeExceededError,
      );
    await client.appendToStream(other, fact(), { ...how, expectedRevision: 'no_stream' });
    const found: (Uint8Array | undefined)[] = [];
    for await (const { event } of client.readStream(stream)) found.push(event?.data as Uint8Array);
    expect(found.map((data) => data?.byteLength)).toEqual([
      MAX_APPEND - 10,
      MAX_APPEND / 2 - 10,
      MAX_APPEND / 2 - 10,
    ]);
  });

  it('are a thousand bytes of name', async () => {
    const unique = randomUUID().slice(0, 6);
    const longest = unique + 'ɛ'.repeat((MAX_NAME - unique.length) / 2);
    expect(Buffer.byteLength(longest)).toBe(MAX_NAME);
    await client.appendToStream(longest, fact(), how);
    for await (const { event } of client.readStream(longest)) expect(event?.streamId).toBe(longest);
    await client.setStreamMetadata(longest, { maxCount: 1 });
    expect((await client.getStreamMetadata(longest)).metadata).toEqual({ maxCount: 1 });
    const refusals = await Promise.allSettled([
      client.appendToStream(`${longest}x`, fact(), how),
      client.setStreamMetadata(`${longest}x`, { maxCount: 1 }),
    ]);
    expect(refusals.map(({ status: outcome }) => outcome)).toEqual(['rejected', 'rejected']);
  });
});

describe('the filter that excludes system events', () => {
  it('lets through what is ours and nothing else', async () => {
    const stream = randomUUID();
    const from = await client.appendToStream(stream, fact('before'));
    await client.setStreamMetadata(stream, { maxCount: 10 });
    await client.appendToStream(stream, [fact('$not-ours'), fact('ours')]);
    await client.tombstoneStream(stream);
    await client.appendToStream(randomUUID(), fact('last'));
    const types: (string | undefined)[] = [];
    const subscription = client.subscribeToAll({
      ...(from.position && { fromPosition: from.position }),
      filter: excludeSystemEvents(),
    });
    for await (const { event } of subscription) {
      types.push(event?.type);
      if (event?.type === 'last') break;
    }
    expect(types).toEqual(['ours', 'last']);
  });
});

describe('the list of features', () => {
  const features = (): Promise<SupportedMethods> =>
    new Promise((resolve, reject) => {
      const caller = new ServerFeaturesClient(address, channel.createInsecure());
      caller.getSupportedMethods(new Empty(), (error, answer) => {
        caller.close();
        if (error) reject(error);
        else resolve(answer);
      });
    });
  const bare = (bytes: Buffer): Buffer => bytes;
  const codeOf = (path: string): Promise<status | undefined> =>
    new Promise((resolve) => {
      const caller = new Client(address, channel.createInsecure());
      caller.makeUnaryRequest(path, bare, bare, Buffer.alloc(0), (error) => {
        caller.close();
        resolve(error?.code);
      });
    });

  it('names the version of the protocol, and what is served', async () => {
    const answer = await features();
    expect(answer.getEventStoreServerVersion()).toBe('24.10.5');
    const named = answer
      .getMethodsList()
      .map((method) => `${method.getServiceName()}/${method.getMethodName()}`);
    expect(named.toSorted()).toEqual([
      'event_store.client.server_features.serverfeatures/getsupportedmethods',
      ...['append', 'batchappend', 'delete', 'read', 'tombstone'].map(
        (method) => `event_store.client.streams.streams/${method}`,
      ),
    ]);
  });

  it.each(['Append', 'BatchAppend', 'Delete', 'Read', 'Tombstone'])('%s is there', async (method) => {
    expect(await codeOf(`/event_store.client.streams.Streams/${method}`)).not.toBe(status.UNIMPLEMENTED);
  });
});
