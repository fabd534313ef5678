import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { open as openDatabase } from 'lmdb';
import { type EventStoreServer, start } from './start';

let root: string;
let folder: string;
const running: EventStoreServer[] = [];
const begin = async (options: { folder?: string; port?: number } = {}): Promise<EventStoreServer> => {
  const server = await start({ folder, ...options });
  running.push(server);
  return server;
};
const clientOf = (server: EventStoreServer): EventStoreDBClient =>
  EventStoreDBClient.connectionString(server.url);
const fact = (text: string) => jsonEvent({ type: 'happened', data: { text } });
const texts = async (client: EventStoreDBClient, stream: string): Promise<unknown[]> => {
  const found: unknown[] = [];
  for await (const { event } of client.readStream(stream)) found.push(event?.data);
  return found;
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'benkan-start-'));
  folder = join(root, 'events');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
  await rm(root, { recursive: true });
});

describe('starting', () => {
  it('keeps its folder to its owner, even one that was open', async () => {
    await mkdir(folder, { mode: 0o755 });
    const server = await begin();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(server.url).toBe(`esdb://127.0.0.1:${server.port}?tls=false`);
  });

  it('finds again what was written before it was closed', async () => {
    const first = await begin();
    const writing = clientOf(first);
    await writing.appendToStream('kept', [fact('one'), fact('two')]);
    await writing.dispose();
    await first.close();
    expect(await first.ended).toBeUndefined();
    const reading = clientOf(await begin());
    await reading.appendToStream('kept', fact('three'), { expectedRevision: 1n });
    expect(await texts(reading, 'kept')).toEqual([{ text: 'one' }, { text: 'two' }, { text: 'three' }]);
    await reading.dispose();
  });

  it('refuses a folder that another server holds, until that one ends', async () => {
    const first = await begin();
    const error: unknown = await start({ folder }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'folder-locked' });
    expect(String(error)).toBe(`ServerFault: folder-locked: ${folder} is in use by another running server`);
    await first.close();
    await begin();
  });

  it('refuses a port that is taken, and lets the folder go', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const error: unknown = await start({ folder, port }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'port-taken' });
    expect(String(error)).not.toContain('\n');
    other.close();
    await begin();
  });

  it('refuses data of a newer format', async () => {
    await (await begin()).close();
    const database = openDatabase<number, string>({ path: folder, overlappingSync: false, maxDbs: 8 });
    await database.put('format', 2);
    await database.close();
    await expect(start({ folder })).rejects.toMatchObject({ code: 'format-newer' });
  });
});

describe('closing', () => {
  it('tells subscribers that it stops', async () => {
    const server = await begin();
    const client = clientOf(server);
    const subscription = client.subscribeToAll();
    const failed = new Promise<Error>((resolve) => void subscription.on('error', resolve));
    await new Promise<void>((resolve) => void subscription.on('confirmation', resolve));
    await server.close();
    expect((await failed).message).toContain('the server is stopping');
    await client.dispose();
  });
});

describe('a damaged disk', () => {
  const flipABitOf = (marker: string): void => {
    const file = join(folder, 'data.mdb');
    const bytes = readFileSync(file);
    // older copies of the page may still lie about
    for (let at = bytes.indexOf(marker); at >= 0; at = bytes.indexOf(marker, at + 1))
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(file, bytes);
  };

  it('is reported, and what it damaged is not served', async () => {
    const first = await begin();
    const writing = clientOf(first);
    await writing.appendToStream('damaged', [fact('sound'), fact('MARKER-OF-THE-SECOND')]);
    await writing.appendToStream('other', fact('sound'));
    await writing.dispose();
    await first.close();
    flipABitOf('MARKER-OF-THE-SECOND');

    const client = clientOf(await begin());
    const found: unknown[] = [];
    const reading = async (): Promise<void> => {
      for await (const { event } of client.readStream('damaged')) found.push(event?.data);
    };
    await expect(reading()).rejects.toThrow('record-corrupted: the record of event 2 fails its checksum');
    expect(found).not.toContainEqual({ text: 'MARKER-OF-THE-SECOND' });
    expect(await texts(client, 'other')).toEqual([{ text: 'sound' }]);
    await client.appendToStream('other', fact('more'), { expectedRevision: 0n });
    await client.dispose();
  });
});
