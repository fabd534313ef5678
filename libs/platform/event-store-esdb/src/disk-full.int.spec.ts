import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent, UnknownError } from '@eventstore/db-client';
import type { AppendOutcome, EventStore, EventToAppend } from '@benkan/event-store';
import { seenFromOutside, type SmallDiskServer, startOnSmallDisk } from './child-server.examples';
import { esdbEventStore } from './esdb-event-store';
import { allIds, newWriter, type Writer } from './writers.examples';

describe('a disk that is full', () => {
  const DISK = 16 * 1024 * 1024;
  const LARGE = 40_000;
  const RESOURCE_EXHAUSTED = 8;
  let folder: string;
  let server: SmallDiskServer;
  let store: EventStore;
  let client: EventStoreDBClient;
  const connect = (): void => {
    store = esdbEventStore({ url: server.url });
    client = EventStoreDBClient.connectionString(server.url);
  };
  const disconnect = async (): Promise<void> => {
    await store.close();
    await client.dispose();
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benkan-full-'));
    server = await startOnSmallDisk(folder, DISK);
    connect();
  });
  afterEach(async () => {
    await disconnect();
    await server.kill();
    await rm(folder, { recursive: true });
  });

  const large = (): EventToAppend => ({
    id: randomUUID(),
    type: 'large',
    data: { padding: 'x'.repeat(LARGE) },
    metadata: {},
  });
  const idsOf = async (stream: string): Promise<string[]> => {
    const found: string[] = [];
    for await (const { id } of store.read(stream)) found.push(id);
    return found;
  };
  const appendUntilRefused = async (writer: Writer): Promise<AppendOutcome> => {
    for (;;) {
      writer.pending = [large()];
      const expected = writer.revision < 0n ? 'no-stream' : writer.revision;
      const outcome = await store.append(writer.stream, expected, writer.pending);
      if (outcome.kind !== 'committed') return outcome;
      writer.acknowledged.push(...writer.pending.map(({ id }) => id));
      writer.revision = outcome.revision;
    }
  };

  const followUntil = async (last: string): Promise<string[]> => {
    const followed: string[] = [];
    for await (const item of store.subscribe({ signal: new AbortController().signal })) {
      if (item.kind !== 'event') continue;
      followed.push(item.event.id);
      if (item.event.type === last) break;
    }
    return followed;
  };
  const credentials = { username: 'any', password: 'any' };
  const rawEvent = () => jsonEvent({ type: 'large', data: { padding: 'x'.repeat(LARGE) } });

  it('refuses what has no room, tears nothing, reads on, and takes writes again once there is room', async () => {
    const filler = seenFromOutside(server, join(folder, 'filler'));
    writeFileSync(filler, Buffer.alloc(DISK / 4));
    const writers = Array.from({ length: 4 }, newWriter);
    const following = followUntil('last');

    const refusals = await Promise.all(writers.map(appendUntilRefused));
    for (const refusal of refusals) expect(refusal).toMatchObject({ kind: 'refused', code: 'storage-full' });
    const filling = async (): Promise<never> => {
      for (;;) await client.appendToStream('raw', rawEvent(), { credentials });
    };
    await expect(filling()).rejects.toMatchObject({ code: RESOURCE_EXHAUSTED });
    await expect(client.appendToStream('raw', rawEvent())).rejects.toBeInstanceOf(UnknownError);
    for (const { stream, acknowledged } of writers) expect(await idsOf(stream)).toEqual(acknowledged);

    rmSync(filler);
    for (const { stream, revision, pending } of writers)
      expect(await store.append(stream, revision < 0n ? 'no-stream' : revision, pending)).toMatchObject({
        kind: 'committed',
        revision: revision + 1n,
      });
    await store.append('last', 'no-stream', [{ ...large(), type: 'last' }]);
    const inAll = await allIds(client);
    for (const { stream, acknowledged, pending } of writers) {
      const expected = [...acknowledged, ...pending.map(({ id }) => id)];
      expect(await idsOf(stream)).toEqual(expected);
      expect(inAll.get(stream)).toEqual(expected);
    }
    expect((await following).toSorted()).toEqual([...inAll.values()].flat().toSorted());
  }, 60_000);

  it('has everything it acknowledged when it is killed and starts again, full to the last byte', async () => {
    const inside = (name: string): string => seenFromOutside(server, join(folder, name));
    writeFileSync(inside('filler'), Buffer.alloc(DISK / 4));
    const writers = Array.from({ length: 4 }, newWriter);
    await Promise.all(writers.map(appendUntilRefused));
    const overfill = (): void => writeFileSync(inside('last'), Buffer.alloc(DISK));
    expect(overfill).toThrow('ENOSPC');

    await disconnect();
    server = await server.restart();
    connect();
    const all = await allIds(client);
    for (const { stream, acknowledged } of writers) {
      expect(await idsOf(stream)).toEqual(acknowledged);
      expect(all.get(stream) ?? []).toEqual(acknowledged);
    }
    expect(await store.append('full', 'no-stream', [large()])).toMatchObject({ code: 'storage-full' });
    rmSync(inside('filler'));
    for (const { stream, revision, pending } of writers)
      expect(await store.append(stream, revision < 0n ? 'no-stream' : revision, pending)).toMatchObject({
        kind: 'committed',
        revision: revision + 1n,
      });
  }, 60_000);
});
