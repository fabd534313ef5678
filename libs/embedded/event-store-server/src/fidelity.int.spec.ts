import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AppendResult,
  EventStoreDBClient,
  jsonEvent,
  type ReadStreamOptions,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { MonitoringService } from '@eventstore/db-client/generated/monitoring_grpc_pb';
import { OperationsService } from '@eventstore/db-client/generated/operations_grpc_pb';
import { PersistentSubscriptionsService } from '@eventstore/db-client/generated/persistent_grpc_pb';
import { ProjectionsService } from '@eventstore/db-client/generated/projections_grpc_pb';
import { UsersService } from '@eventstore/db-client/generated/users_grpc_pb';
import { Client, credentials as channel, type ServiceDefinition, status } from '@grpc/grpc-js';
import { type EventStoreServer, start } from './start';

let folder: string;
let server: EventStoreServer;
let client: EventStoreDBClient;
const open = async (): Promise<void> => {
  server = await start({ folder });
  client = EventStoreDBClient.connectionString(server.url);
};
const close = async (): Promise<void> => {
  await client.dispose();
  await server.close();
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benkan-fidelity-'));
  await open();
});
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true });
});

const fact = (n: number) => jsonEvent({ id: randomUUID(), type: 'happened', data: { n } });
const facts = (count: number) => Array.from({ length: count }, (_, n) => fact(n));
const revisions = async (stream: string, options?: ReadStreamOptions): Promise<number[]> => {
  const found: number[] = [];
  for await (const { event } of client.readStream(stream, options)) found.push(Number(event?.revision));
  return found;
};
const credentials = { username: 'any', password: 'any' };

describe.each([
  ['one call an append', { credentials }],
  ['in batches', {}],
])('an append sent again after a restart, %s', (_name, how) => {
  const stream = randomUUID();
  const first = facts(3);
  const second = facts(2);
  let answers: AppendResult[];
  beforeAll(async () => {
    const one = await client.appendToStream(stream, first, { ...how, expectedRevision: 'no_stream' });
    const two = await client.appendToStream(stream, second, { ...how, expectedRevision: 2n });
    answers = [one, two];
    await close();
    await open();
  });

  it('at an exact revision is known again, with its first answer', async () => {
    expect([
      await client.appendToStream(stream, first, { ...how, expectedRevision: 'no_stream' }),
      await client.appendToStream(stream, second, { ...how, expectedRevision: 2n }),
    ]).toEqual(answers);
    expect(await revisions(stream)).toEqual([0, 1, 2, 3, 4]);
  });

  it('in part or with other ids conflicts', async () => {
    for (const events of [[...first.slice(0, 2), fact(9)], facts(3), [...second, ...facts(4)]])
      await expect(
        client.appendToStream(stream, events, { ...how, expectedRevision: 'no_stream' }),
      ).rejects.toBeInstanceOf(WrongExpectedVersionError);
  });

  it('at no stated revision is written again', async () => {
    const again = await client.appendToStream(stream, second, how);
    expect(again.nextExpectedRevision).toBe(6n);
  });
});

describe('reading a stream', () => {
  const stream = randomUUID();
  const backwards = { direction: 'backwards' } as const;
  beforeAll(async () => {
    await client.appendToStream(stream, facts(10));
    await client.setStreamMetadata(stream, { truncateBefore: 3 });
  });
  it.each<[string, ReadStreamOptions, number[]]>([
    ['from the middle', { fromRevision: 7n }, [7, 8, 9]],
    ['from before the truncation', { fromRevision: 0n, maxCount: 2 }, [3, 4]],
    ['from beyond the end', { fromRevision: 99n }, []],
    ['backwards from the middle', { ...backwards, fromRevision: 4n }, [4, 3]],
    ['backwards from beyond the end', { ...backwards, fromRevision: 99n, maxCount: 2 }, [9, 8]],
    ['backwards from what is truncated', { ...backwards, fromRevision: 2n }, []],
    ['backwards from the start', { ...backwards, fromRevision: 'start' }, [3]],
  ])('%s', async (_name, options, expected) => {
    expect(await revisions(stream, options)).toEqual(expected);
  });

  it('of metadata gives the newest', async () => {
    await client.setStreamMetadata(stream, { truncateBefore: 4 });
    expect(await revisions(`$$${stream}`)).toEqual([1]);
  });
});

describe('a filter that matches nothing', () => {
  it('is sent checkpoints on a long stretch, up to its end', async () => {
    const reached: bigint[] = [];
    await client.appendToStream(randomUUID(), facts(200));
    const last = await client.appendToStream(randomUUID(), facts(3));
    const subscription = client.subscribeToAll({
      filter: {
        filterOn: 'eventType',
        prefixes: ['never'],
        checkpointInterval: 1,
        maxSearchWindow: 10,
        checkpointReached: (_subscription, { commit }) => void reached.push(commit),
      },
    });
    await new Promise((resolve) => void subscription.once('caughtUp', resolve).resume());
    expect(reached.length).toBeGreaterThan(20);
    expect(reached.at(-1)).toBe(last.position?.commit);
    await subscription.unsubscribe();
  });
});

describe('every method that is not offered', () => {
  const services: ServiceDefinition[] = [
    GossipService,
    MonitoringService,
    OperationsService,
    PersistentSubscriptionsService,
    ProjectionsService,
    UsersService,
  ];
  const paths = services.flatMap((service) => Object.values(service).map(({ path }) => path));

  it('is answered as unimplemented', async () => {
    expect(paths.length).toBeGreaterThan(30);
    const caller = new Client(server.url.replace(/^esdb:..|\?.*$/g, ''), channel.createInsecure());
    const empty = (bytes: Buffer): Buffer => bytes;
    const codes = paths.map(
      (path) =>
        new Promise((resolve) => {
          caller.makeUnaryRequest(path, empty, empty, Buffer.alloc(0), (error) => resolve(error?.code));
        }),
    );
    expect(new Set(await Promise.all(codes))).toEqual(new Set([status.UNIMPLEMENTED]));
    caller.close();
  });
});
