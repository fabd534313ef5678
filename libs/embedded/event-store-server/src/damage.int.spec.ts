import { randomInt, randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atLength } from '@benkan/testing';
import { open } from 'lmdb';
import { EventLog } from './event-log';
import type { StoredEvent } from './record';
import { ServerFault } from './server-fault';
import { systemEvent } from './system-event';

type Cell = { readonly key: Buffer; readonly value: Buffer };
type Place = { readonly table: 'log' | 'streams' | 'index'; readonly part: 'key' | 'value' };

const STREAMS = 7;
const EVENTS = 60;
const ROUNDS = atLength({ ci: 25, soak: 150 });

let root: string;
let folder: string;
let sound: readonly StoredEvent[];
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'benkan-damage-'));
  folder = join(root, 'sound');
  const log = new EventLog(folder);
  log.transact(() => {
    for (let n = 0; n < EVENTS; n += 1)
      log.put(systemEvent(`stream-${n % STREAMS}`, 'happened', `{"n":${n}}`, n));
  });
  sound = Array.from({ length: EVENTS }, (_, n) => log.at(n + 1));
  await log.close();
  folder = join(root, 'damaged');
});
afterAll(() => rm(root, { recursive: true }));

const flip = (bytes: Buffer): Buffer => {
  const bit = randomInt(bytes.byteLength * 8);
  const flipped = Buffer.from(bytes);
  flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return flipped;
};

/** Puts what `change` makes of one stored cell in its place, in a fresh copy of what was written. */
const damage = async ({ table, part }: Place): Promise<Cell> => {
  await rm(folder, { recursive: true, force: true });
  folder = join(root, randomUUID());
  await cp(join(root, 'sound'), folder, { recursive: true });
  const environment = open({ path: folder, maxDbs: 8, overlappingSync: false });
  const cells = environment.openDB<Buffer, Buffer>({
    name: table,
    encoding: 'binary',
    keyEncoding: 'binary',
  });
  const all = [...cells.getRange()];
  const before = all[randomInt(all.length)];
  if (!before) throw new Error('there is nothing to damage');
  const after = { ...before, [part]: flip(before[part]) };
  environment.transactionSync(() => {
    cells.removeSync(before.key);
    cells.putSync(after.key, after.value);
  });
  await environment.close();
  return after;
};

type Seen = { readonly served: StoredEvent[]; faults: number };

const look = (seen: Seen, read: () => StoredEvent | undefined): void => {
  try {
    const event = read();
    if (event) seen.served.push(event);
  } catch (error) {
    expect(error).toMatchObject({ code: 'record-corrupted' });
    seen.faults += 1;
  }
};

/** Reads every event by position and by stream. */
const readEverything = async (): Promise<Seen> => {
  const seen: Seen = { served: [], faults: 0 };
  let log: EventLog;
  try {
    log = new EventLog(folder, () => void (seen.faults += 1));
  } catch (error) {
    if (!(error instanceof ServerFault)) throw error;
    return { ...seen, faults: 1 };
  }
  for (let position = 1; position <= log.tail; position += 1) look(seen, () => log.at(position));
  for (const { stream, revision } of sound) look(seen, () => log.find(stream, revision));
  await log.close();
  return seen;
};

describe('any one bit changed', () => {
  it.each<Place>([
    { table: 'log', part: 'value' },
    { table: 'log', part: 'key' },
    { table: 'streams', part: 'value' },
    { table: 'streams', part: 'key' },
    { table: 'index', part: 'value' },
    { table: 'index', part: 'key' },
  ])(
    'in a $part of the table $table is noticed, and nothing is served that was not written',
    async (place) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const after = await damage(place);
        const { served, faults } = await readEverything();
        expect({ faults: faults > 0, bit: after }).toEqual({ faults: true, bit: after });
        for (const event of served) expect(event).toEqual(sound[event.position - 1]);
      }
    },
    ROUNDS * 1_000,
  );
});
