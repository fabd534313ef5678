import { randomUUID } from 'node:crypto';
import { accept, type Fact, type Fold } from '@benkan/kernel';
import { aggregatesReadBy, newestVersions, type Decoded, type Handling } from './aggregate';
import { headerOf } from './counter.examples';
import { commandHandler } from './handle';
import { inMemoryStore } from './in-memory';
import { all, fact } from './store.examples';

type Held = Fact<'held', { readonly heldOn: string; readonly present: number | null }>;

const storedEvents = [
  { type: 'held', version: 1 },
  { type: 'held', version: 2 },
  { type: 'closed', version: 1 },
];

/** As the contracts read: version 1 had no count. */
const read = (type: string, version: number, data: unknown): Decoded<Held> => {
  if (type !== 'held') return { kind: 'unreadable', reason: 'unknown-type' };
  if (version === 1)
    return { kind: 'fact', fact: { type, data: { ...(data as Held['data']), present: null } } };
  if (version === 2) return { kind: 'fact', fact: { type, data: data as Held['data'] } };
  return { kind: 'unreadable', reason: 'newer-version' };
};

const fold: Fold<readonly Held['data'][], Held> = {
  initial: [],
  evolve: (held, { data }) => [...held, data],
};
const meetings = aggregatesReadBy(read, storedEvents)('meeting', fold);

const holding = (id: string, facts: readonly Held[]): Handling<readonly Held['data'][], Held> => ({
  aggregate: meetings,
  id,
  header: headerOf(facts),
  decide: () => accept(...facts),
});

const HELD: Held = { type: 'held', data: { heldOn: '2024-03-08', present: 12 } };

describe('the version of a stored event', () => {
  it('is the newest of its type in the contract, in whatever order they are listed', () => {
    expect(newestVersions(storedEvents)).toEqual({ held: 2, closed: 1 });
    expect(newestVersions([...storedEvents].reverse())).toEqual({ held: 2, closed: 1 });
  });

  it('is written as the newest, and older ones are read through their step up', async () => {
    const store = inMemoryStore();
    const id = randomUUID();
    const stream = `meeting-${id}`;
    const { handle } = commandHandler({ store });
    await handle(holding(id, [HELD]));
    const [first] = await all(store.read(stream));
    expect(first?.metadata).toMatchObject({ schemaVersion: 2 });

    const old = { ...(first?.metadata as object), schemaVersion: 1, commandId: randomUUID() };
    await store.append(stream, 0n, [
      { ...fact(1), type: 'held', data: { heldOn: '2023-03-08' }, metadata: old },
    ]);
    const { current } = commandHandler({ store });
    expect((await current(meetings, id)).state).toEqual([HELD.data, { heldOn: '2023-03-08', present: null }]);
  });

  it('is known, or the fact is not written: nobody could read it back', async () => {
    const store = inMemoryStore();
    const id = randomUUID();
    const { handle } = commandHandler({ store });
    const unknown = { ...HELD, type: 'vanished' } as unknown as Held;
    await expect(handle(holding(id, [unknown]))).rejects.toThrow('no contract describes vanished');
    expect(await all(store.read(`meeting-${id}`))).toEqual([]);
    expect(await handle(holding(id, [HELD]))).toMatchObject({ kind: 'recorded' });
  });
});
