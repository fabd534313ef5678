import { randomUUID } from 'node:crypto';
import { appendFileSync, cpSync, rmSync, statSync, truncateSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { openDataFile } from './data-file';
import { type EventStoreServer, start } from './start';

const EVENTS = 100;
const PAGE = 4096;

let root: string;
let folder: string;
let file: string;
let server: EventStoreServer | undefined;
const fact = (n: number) => jsonEvent({ type: 'happened', data: { n, padding: 'x'.repeat(300) } });
const withServer = async <T>(work: (client: EventStoreDBClient) => Promise<T>): Promise<T> => {
  server = await start({ folder });
  const client = EventStoreDBClient.connectionString(server.url);
  const result = await work(client);
  await client.dispose();
  await server.close();
  server = undefined;
  return result;
};
const numbers = async (client: EventStoreDBClient): Promise<number[]> => {
  const found: number[] = [];
  for await (const { event } of client.readStream<{ type: 'happened'; data: { n: number } }>('torn'))
    if (event) found.push(event.data.n);
  return found;
};
const written = Array.from({ length: EVENTS }, (_, n) => n);

/** Cuts what follows the last byte that the database counts as its own, and so many of those. */
const cut = (bytes: number): void => {
  const data = openDataFile(file);
  const end = statSync(file).size + data.missing();
  data.close();
  truncateSync(file, end - bytes);
};

const tornFrom = (name: string): void => {
  folder = join(root, name);
  file = join(folder, 'data.mdb');
};
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'benkan-torn-'));
  tornFrom('whole');
  await withServer(async (client) => {
    for (const n of written) await client.appendToStream('torn', fact(n));
  });
});
beforeEach(() => {
  tornFrom(randomUUID());
  cpSync(join(root, 'whole'), folder, { recursive: true });
});
afterEach(() => server?.close());
afterAll(() => rm(root, { recursive: true }));

describe('a torn tail', () => {
  it('that a transaction had not finished is nothing: what was acknowledged is there, and writing goes on', async () => {
    appendFileSync(file, Buffer.alloc(5 * PAGE + 123, 0xa5));
    expect(await withServer(numbers)).toEqual(written);
    await withServer((client) =>
      client.appendToStream('torn', fact(EVENTS), { expectedRevision: BigInt(EVENTS - 1) }),
    );
    expect(await withServer(numbers)).toEqual([...written, EVENTS]);
  });

  const refusal = async (): Promise<unknown> => {
    try {
      server = await start({ folder });
      return undefined;
    } catch (error) {
      return error;
    }
  };
  const corrupted: unknown = expect.objectContaining({ code: 'record-corrupted' });

  it('that only lost what nobody had written is none', async () => {
    cut(1);
    expect(await withServer(numbers)).toEqual(written);
  });

  it('of acknowledged bytes is told: the server does not start', async () => {
    cut(20 * PAGE);
    expect(await refusal()).toEqual(corrupted);
  });

  it.each([1, 2, 3, 5, 8])('of %d pages, needed or not, never goes unnoticed', async (pages) => {
    cut(pages * PAGE);
    const refused = await refusal();
    if (refused !== undefined) return expect(refused).toEqual(corrupted);
    await server?.close();
    expect(await withServer(numbers)).toEqual(written);
    await withServer((client) => client.appendToStream('torn', fact(EVENTS)));
    return expect(await withServer(numbers)).toEqual([...written, EVENTS]);
  });

  it.each([0, PAGE, 2 * PAGE])(
    'that leaves %d bytes is told, and is not taken for a new store',
    async (bytes) => {
      truncateSync(file, bytes);
      expect(await refusal()).toEqual(corrupted);
      rmSync(file);
      expect(await refusal()).toEqual(corrupted);
    },
  );
});
