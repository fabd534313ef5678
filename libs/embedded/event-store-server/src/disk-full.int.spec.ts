import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { atLength, smallDisk, type SmallDisk } from '@benkan/testing';
import { type DiskServer, serveOn } from './on-a-disk.examples';

const MEBIBYTE = 1024 * 1024;
const ROUNDS = atLength({ ci: 8, soak: 40 });
// what is written stays: more rounds need more room
const DISK_BYTES = atLength({ ci: 64, soak: 320 }) * MEBIBYTE;
const LEFT = [0, 4_096, 40_960, 300_000, 1_200_000];

type Writer = {
  readonly stream: string;
  readonly how: { readonly credentials?: { readonly username: string; readonly password: string } };
  readonly acknowledged: string[];
  pending: ReturnType<typeof event>;
};

const event = (bytes: number) =>
  jsonEvent({ id: randomUUID(), type: 'happened', data: { padding: 'x'.repeat(bytes) } });

describe('a disk that other files fill under load', () => {
  let root: string;
  let disk: SmallDisk;
  let server: DiskServer;
  let client: EventStoreDBClient;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'benkan-disk-'));
    disk = await smallDisk(join(root, 'small'), DISK_BYTES / 1024);
  });
  afterEach(async () => {
    await client.dispose();
    await server.kill();
    await disk.remove();
    await rm(root, { recursive: true });
  });
  const begin = async (): Promise<void> => {
    server = await serveOn(disk, 'events');
    client = EventStoreDBClient.connectionString(server.url);
  };
  const end = async (): Promise<void> => {
    await client.dispose();
    expect(await server.kill()).toBe('SIGKILL');
    // a write of the library's own that found no room
    expect(server.complaints()).toBe('');
  };

  const sizeAt = (n: number): number => [80, 700, 1_900, 5_000, 30_000][n % 5] ?? 0;
  const append = async (writer: Writer): Promise<void> => {
    const { stream, how, pending, acknowledged } = writer;
    const expectedRevision = acknowledged.length === 0 ? 'no_stream' : BigInt(acknowledged.length - 1);
    const { nextExpectedRevision } = await client.appendToStream(stream, pending, {
      ...how,
      expectedRevision,
    });
    acknowledged.push(pending.id);
    expect(nextExpectedRevision).toBe(BigInt(acknowledged.length - 1));
    writer.pending = event(sizeAt(acknowledged.length + stream.length));
  };
  const appendUntilRefused = async (writer: Writer): Promise<unknown> => {
    for (;;) {
      try {
        await append(writer);
      } catch (error) {
        return error;
      }
    }
  };

  // what a batch append is refused for, the client does not say
  const expectRefused = (writers: readonly Writer[], refusals: readonly unknown[]): void => {
    const told = refusals.map((refusal, n) =>
      writers[n]?.how.credentials === undefined ? Reflect.get(Object(refusal), 'type') : String(refusal),
    );
    expect(told).toEqual(
      writers.map(({ how }) =>
        how.credentials === undefined ? 'unknown' : expect.stringContaining('storage-full'),
      ),
    );
  };

  const fillUp = async (file: FileHandle, left: number): Promise<void> => {
    const chunk = Buffer.alloc(MEBIBYTE / 4, 1);
    let bytes = 0;
    try {
      for (;;) bytes += (await file.write(chunk)).bytesWritten;
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
    await file.truncate(Math.max(0, bytes - left));
  };
  const fill = async (left: number): Promise<void> => {
    const file = await open(join(disk.path, 'filler'), 'w');
    await fillUp(file, left).finally(() => file.close());
  };
  const free = (): void => rmSync(join(disk.path, 'filler'));

  const idsOf = async (stream: string): Promise<string[]> => {
    const found: string[] = [];
    for await (const { event: read } of client.readStream(stream)) found.push(read?.id ?? '');
    return found;
  };
  const expectWhole = async (writers: readonly Writer[]): Promise<void> => {
    for (const { stream, acknowledged } of writers) expect(await idsOf(stream)).toEqual(acknowledged);
    const positions: bigint[] = [];
    const inAll = new Map<string, string[]>();
    for await (const { event: read } of client.readAll()) {
      if (read === undefined) continue;
      positions.push(read.position?.commit ?? -1n);
      inAll.set(read.streamId, [...(inAll.get(read.streamId) ?? []), read.id]);
    }
    expect(positions).toEqual(positions.map((_, index) => (positions[0] ?? 0n) + BigInt(index)));
    for (const { stream, acknowledged } of writers) expect(inAll.get(stream)).toEqual(acknowledged);
  };
  const newWriters = (): Writer[] =>
    Array.from({ length: 6 }, (_, n) => ({
      stream: `stream-${'x'.repeat(n)}`,
      how: n % 2 === 0 ? {} : { credentials: { username: 'any', password: 'any' } },
      acknowledged: [],
      pending: event(100),
    }));

  it('many times over costs no write that was acknowledged, and none is doubled', async () => {
    await begin();
    const writers = newWriters();
    for (let round = 0; round < ROUNDS; round += 1) {
      const writing = Promise.all(writers.map(appendUntilRefused));
      await fill(LEFT[round % LEFT.length] ?? 0);
      expectRefused(writers, await writing);
      for (const { stream, acknowledged } of writers)
        for await (const { event: read } of client.readStream(stream, {
          direction: 'backwards',
          fromRevision: 'end',
          maxCount: 1,
        }))
          expect(read?.id).toBe(acknowledged.at(-1));
      free();
      await Promise.all(writers.map(append));
    }
    await expectWhole(writers);
    await end();
    await begin();
    await expectWhole(writers);
    await Promise.all(writers.map(append));
    await end();
  }, 180_000);

  it('is no obstacle to a start, and refuses writes until there is room', async () => {
    await begin();
    const writers = newWriters();
    await Promise.all(writers.map(append));
    await fill(0);
    await Promise.all(writers.map(appendUntilRefused));
    await end();
    await fill(0);
    await begin();
    await expectWhole(writers);
    expectRefused(writers, await Promise.all(writers.map(appendUntilRefused)));
    free();
    await Promise.all(writers.map(append));
    await expectWhole(writers);
    await end();
  }, 60_000);
});
