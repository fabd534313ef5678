import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chainHash,
  inMemoryStore,
  type EventStore,
  type EventToAppend,
  type JsonObject,
  type RecordedEvent,
} from '@benkan/event-store';
import {
  kekFrom,
  memoryShelf,
  memoryShelves,
  openPepper,
  ringOf,
  sealedVault,
  type Kek,
  type Vault,
  type VaultShelves,
  type VaultUpkeep,
} from '@benkan/vault';
import type { Source } from './copying';

export type RunningSystem = Source & { readonly vault: Vault & VaultUpkeep };

export const freshKek = (): Kek => kekFrom(randomBytes(32));

/** The vault over any shelves, with the real cryptography. */
export const vaultOver = async (shelves: VaultShelves, keks: readonly [Kek, ...Kek[]]) => {
  const ring = ringOf(keks);
  const pepper = await openPepper(shelves.keys, ring, new Date());
  return sealedVault({
    shelves,
    ring,
    pepper,
    now: () => new Date(),
    unreadable: () => undefined,
    close: async () => undefined,
  });
};

export const emptyStores = (): Source => ({
  store: inMemoryStore(),
  shelves: { ...memoryShelves(), accounts: memoryShelf() },
});

export const inMemorySystem = async (kek: Kek = freshKek()): Promise<RunningSystem> => {
  const stores = emptyStores();
  return { ...stores, vault: await vaultOver(stores.shelves, [kek]) };
};

type Said = { readonly type: string; readonly data: JsonObject };

/** Events of one command, chained as every service chains them. */
export const chained = (
  stream: string,
  after: { readonly revision: bigint; readonly hash: string | null },
  said: readonly Said[],
): EventToAppend[] => {
  const commandId = randomUUID();
  let prevHash = after.hash;
  return said.map(({ type, data }, index) => {
    const event = {
      id: randomUUID(),
      type,
      data,
      metadata: { commandId, at: new Date().toISOString(), prevHash },
    };
    const hash = chainHash(stream, after.revision + 1n + BigInt(index), event);
    prevHash = hash;
    return { ...event, metadata: { ...event.metadata, hash } };
  });
};

/** A meeting with two events, its agenda and one participant sealed before them. Answers the participant. */
export const holdMeeting = async ({ store, vault }: RunningSystem): Promise<string> => {
  const [stream, participant] = [`meeting-${randomUUID()}`, randomUUID()];
  await vault.sealPerson(participant, { lastName: `nom ${participant}`, phone: '70000001' });
  await vault.claim('code', 'unit', participant, participant);
  const agenda = await vault.sealText(randomUUID(), `agenda ${stream}`);
  const events = chained(stream, { revision: -1n, hash: null }, [
    { type: 'meeting-held', data: { agenda: [agenda], place: null } },
    { type: 'attendance-recorded', data: { participantRef: participant, status: 'PRESENT' } },
  ]);
  const outcome = await store.append(stream, 'no-stream', events);
  if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
  return participant;
};

export const holdMeetings = async (system: RunningSystem, count: number): Promise<readonly string[]> => {
  const participants: string[] = [];
  for (let n = 0; n < count; n += 1) participants.push(await holdMeeting(system));
  return participants;
};

/** A file of two chunks and a note. */
export const upload = async ({ vault }: RunningSystem): Promise<string> => {
  const ref = randomUUID();
  await vault.sealFile(ref, randomBytes(1_100_000));
  await vault.putNote('jobs', ref, Buffer.from('{}'));
  return ref;
};

/** All events but the system's, as they were stored. */
export const log = async (store: EventStore): Promise<RecordedEvent[]> => {
  const ending = new AbortController();
  const events: RecordedEvent[] = [];
  for await (const item of store.subscribe({ signal: ending.signal })) {
    if (item.kind === 'event') events.push(item.event);
    if (item.kind === 'caught-up') break;
  }
  ending.abort();
  return events;
};

/** What must be the same after a restoration. */
export const essence = (events: readonly RecordedEvent[]): unknown[] =>
  events.map(({ stream, revision, id, type, data, metadata }) => ({
    stream,
    revision,
    id,
    type,
    data,
    metadata,
  }));

export const filesUnder = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

export const temporaryFolder = async () => {
  const root = await mkdtemp(join(tmpdir(), 'benkan-archive-'));
  return { root, at: (name: string) => join(root, name), remove: () => rm(root, { recursive: true }) };
};
export type TemporaryFolder = Awaited<ReturnType<typeof temporaryFolder>>;

export const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};
