import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AllStreamSubscription,
  EventStoreDBClient,
  jsonEvent,
  type ReadStreamOptions,
  StreamDeletedError,
  StreamNotFoundError,
  type StreamSubscription,
  UnknownError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { type EventStoreServer, start } from './start';

let folder: string;
let server: EventStoreServer;
let client: EventStoreDBClient;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benkan-protocol-'));
  server = await start({ folder });
  client = EventStoreDBClient.connectionString(server.url);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const newStream = (prefix = 'stream'): string => `${prefix}-${randomUUID()}`;
const fact = (n: number, type = 'happened') => jsonEvent({ type, data: { n }, metadata: { by: 'spec' } });
const facts = (count: number) => Array.from({ length: count }, (_, n) => fact(n));
const numbers = async (stream: string, options?: ReadStreamOptions): Promise<number[]> => {
  const found: number[] = [];
  for await (const { event } of client.readStream(stream, options)) found.push(Number(event?.revision));
  return found;
};

// with credentials the client makes one call an append, without it batches them over one
const credentials = { username: 'any', password: 'any' };
describe.each([
  ['one call an append', { credentials }],
  ['in batches', {}],
])('appending, %s', (_name, how) => {
  it('tells what was expected and what is', async () => {
    const stream = newStream();
    await client.appendToStream(stream, facts(2), how);
    const failure = client.appendToStream(stream, fact(9), { ...how, expectedRevision: 7n });
    await expect(failure).rejects.toBeInstanceOf(WrongExpectedVersionError);
    await expect(failure).rejects.toMatchObject({ actualVersion: 1n, expectedVersion: 7n });
    const missing = client.appendToStream(newStream(), fact(9), {
      ...how,
      expectedRevision: 'stream_exists',
    });
    await expect(missing).rejects.toMatchObject({
      actualVersion: 'no_stream',
      expectedVersion: 'stream_exists',
    });
  });

  it('knows recent events again when no revision is stated', async () => {
    const stream = newStream();
    const events = facts(2);
    const first = await client.appendToStream(stream, events, how);
    expect(await client.appendToStream(stream, events, how)).toEqual(first);
    expect(await numbers(stream)).toEqual([0, 1]);
  });

  it('refuses more than a megabyte', async () => {
    const large = jsonEvent({ type: 'large', data: { padding: 'x'.repeat(1024 * 1024) } });
    await expect(client.appendToStream(newStream(), large, how)).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: 1024 * 1024,
    });
  });

  it('refuses a tombstoned stream', async () => {
    const stream = newStream();
    await client.appendToStream(stream, fact(1), how);
    await client.tombstoneStream(stream, { expectedRevision: 0n });
    await expect(client.appendToStream(stream, fact(2), how)).rejects.toBeInstanceOf(StreamDeletedError);
  });

  it('refuses a stream without a name', async () => {
    await expect(client.appendToStream('', fact(1), how)).rejects.toBeInstanceOf(UnknownError);
  });
});

describe('deleting', () => {
  it('hides a stream until it is written to again, at the next number', async () => {
    const stream = newStream();
    await client.appendToStream(stream, facts(3));
    await client.deleteStream(stream, { expectedRevision: 2n });
    await expect(numbers(stream)).rejects.toBeInstanceOf(StreamNotFoundError);
    await client.appendToStream(stream, fact(9), { expectedRevision: 'no_stream' });
    expect(await numbers(stream)).toEqual([3]);
  });

  it('demands the expected revision', async () => {
    const stream = newStream();
    await client.appendToStream(stream, facts(2));
    await expect(client.deleteStream(stream, { expectedRevision: 5n })).rejects.toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 1n,
    });
  });

  it('closes a tombstoned stream for ever', async () => {
    const stream = newStream('ɛntombed');
    await client.appendToStream(stream, facts(2));
    await client.tombstoneStream(stream);
    await expect(numbers(stream)).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(client.tombstoneStream(stream)).rejects.toBeInstanceOf(StreamDeletedError);
  });
});

describe('metadata of a stream', () => {
  it('is kept, and limits what is read', async () => {
    const stream = newStream();
    await client.appendToStream(stream, facts(10));
    await client.setStreamMetadata(stream, { maxCount: 4, owner: 'spec' });
    expect((await client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 4, owner: 'spec' });
    expect(await numbers(stream)).toEqual([6, 7, 8, 9]);
    expect(await numbers(stream, { direction: 'backwards', fromRevision: 'end', maxCount: 2 })).toEqual([
      9, 8,
    ]);
    await client.setStreamMetadata(stream, { truncateBefore: 8 });
    expect(await numbers(stream)).toEqual([8, 9]);
    await client.setStreamMetadata(stream, { maxAge: 3_600 });
    expect(await numbers(stream, { fromRevision: 7n })).toEqual([7, 8, 9]);
  });
});

describe('reading everything', () => {
  it('goes both ways over the same events', async () => {
    await client.appendToStream(newStream(), facts(5));
    const positions = async (direction: 'forwards' | 'backwards'): Promise<(bigint | undefined)[]> => {
      const found: (bigint | undefined)[] = [];
      const fromPosition = direction === 'forwards' ? 'start' : 'end';
      for await (const { event } of client.readAll({ direction, fromPosition }))
        found.push(event?.position.commit);
      return found;
    };
    const forwards = await positions('forwards');
    expect(forwards).toEqual(forwards.map((_, index) => BigInt(index + 1)));
    expect(await positions('backwards')).toEqual(forwards.toReversed());
  });

  it('is inclusive forwards and exclusive backwards', async () => {
    await client.appendToStream(newStream(), facts(5));
    const first = async (direction: 'forwards' | 'backwards'): Promise<bigint | undefined> => {
      const at = { commit: 3n, prepare: 3n };
      const found: (bigint | undefined)[] = [];
      for await (const { event } of client.readAll({ direction, fromPosition: at, maxCount: 1 }))
        found.push(event?.position.commit);
      return found[0];
    };
    expect(await first('forwards')).toBe(3n);
    expect(await first('backwards')).toBe(2n);
  });
});

describe('subscribing', () => {
  const typesUntil = async (
    subscription: StreamSubscription | AllStreamSubscription,
    last: string,
  ): Promise<(string | undefined)[]> => {
    const found: (string | undefined)[] = [];
    // told once more when the server stops, after the loop below has left
    subscription.on('error', () => undefined);
    for await (const { event } of subscription) {
      found.push(event?.type);
      if (event?.type === last) return found;
    }
    return found;
  };

  it('to one stream: from a revision on, then live', async () => {
    const stream = newStream();
    await client.appendToStream(stream, [fact(0, 'a'), fact(1, 'b'), fact(2, 'c')]);
    const subscription = client.subscribeToStream(stream, { fromRevision: 0n });
    const caughtUp = new Promise((resolve) => void subscription.on('caughtUp', resolve));
    const types = typesUntil(subscription, 'd');
    await caughtUp;
    await client.appendToStream(newStream(), fact(0, 'elsewhere'));
    await client.appendToStream(stream, fact(3, 'd'));
    expect(await types).toEqual(['b', 'c', 'd']);
  });

  it.each([
    ['prefixes of streams', { filterOn: 'streamName' as const, prefixes: ['wanted'] }],
    ['a pattern of streams', { filterOn: 'streamName' as const, regex: '^wanted-[0-9a-f-]+$' }],
    ['prefixes of types', { filterOn: 'eventType' as const, prefixes: ['wanted', 'end'] }],
    ['a pattern of types', { filterOn: 'eventType' as const, regex: '^(wanted|end)' }],
  ])('to what %s select, with checkpoints over the rest', async (_name, filter) => {
    const from = await client.appendToStream(newStream(), fact(0));
    const reached: bigint[] = [];
    const subscription = client.subscribeToAll({
      ...(from.position && { fromPosition: from.position }),
      filter: {
        ...filter,
        checkpointInterval: 1,
        maxSearchWindow: 5,
        checkpointReached: (_subscription, { commit }) => void reached.push(commit),
      },
    });
    await client.appendToStream(newStream('wanted'), fact(1, 'wanted'));
    await client.appendToStream(newStream('other'), facts(12));
    await client.appendToStream(newStream('wanted'), fact(2, 'end'));
    expect(await typesUntil(subscription, 'end')).toEqual(['wanted', 'end']);
    expect(reached.length).toBeGreaterThanOrEqual(2);
    expect(reached).toEqual(reached.toSorted((a, b) => Number(a - b)));
  });

  it('refuses a filter that is no pattern', async () => {
    const filter = { filterOn: 'eventType' as const, regex: '(', checkpointInterval: 1 };
    await expect(typesUntil(client.subscribeToAll({ filter }), 'never')).rejects.toThrow('bad-request');
  });
});

describe('what is not offered', () => {
  it('is answered as unimplemented', async () => {
    await expect(client.listProjections()).rejects.toMatchObject({ code: 12 });
  });
});
