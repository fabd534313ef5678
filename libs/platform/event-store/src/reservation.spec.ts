import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { headerOf } from './counter.examples';
import { StoreUnavailable, type EventStore } from './event-store';
import { inMemoryStore } from './in-memory';
import { UnreadableHistory } from './loaded';
import { holderOf, release, ReservationGivenUp, reserve } from './reservation';
import { all, fact, idsOf } from './store.examples';
import { inOrder, troubled, type Trouble } from './troubled.examples';
import { toAppend } from './to-append';
import { verifyChain } from './verify-chain';

// waits end at once
jest.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

const KEY = 'ab'.repeat(32);
const OTHER_KEY = 'cd'.repeat(32);
const CONFLICT: Trouble = { kind: 'conflict' };

let store: EventStore;
let first: string;
let second: string;
beforeEach(() => {
  store = inMemoryStore();
  [first, second] = [randomUUID(), randomUUID()];
});

const stored = () => all(store.read(`reserve-${KEY}`));
const story = async () =>
  (await stored()).map(({ type, data }) => `${type} ${(data as { holder: string }).holder}`);

describe('reserving a key', () => {
  it('is the holder who came first', async () => {
    expect(await holderOf(store, KEY)).toBeUndefined();
    expect(await reserve(store, KEY, first, headerOf('a'))).toBe(first);
    expect(await reserve(store, KEY, second, headerOf('b'))).toBe(first);
    expect(await holderOf(store, KEY)).toBe(first);
    expect(await story()).toEqual([`reserved ${first}`]);
  });

  it('is not repeated by the same command, nor by another one of the holder', async () => {
    const header = headerOf('a');
    expect(await reserve(store, KEY, first, header)).toBe(first);
    expect(await reserve(store, KEY, first, header)).toBe(first);
    expect(await reserve(store, KEY, first, headerOf('c'))).toBe(first);
    expect(await stored()).toHaveLength(1);
  });

  it('answers who holds the key where a command is said again with another body', async () => {
    const header = headerOf('a');
    await reserve(store, KEY, first, header);
    const reused = { ...headerOf('b'), commandId: header.commandId };
    expect(await reserve(store, KEY, second, reused)).toBe(first);
  });

  it('keeps other keys apart, also within one command', async () => {
    const header = headerOf('a');
    expect(await reserve(store, KEY, first, header)).toBe(first);
    expect(await reserve(store, OTHER_KEY, first, header)).toBe(first);
    const others = await all(store.read(`reserve-${OTHER_KEY}`));
    expect(idsOf(others)).not.toEqual(idsOf(await stored()));
  });

  it('gives its event another id than the first event of the same command, and names that command', async () => {
    const header = headerOf('a');
    await reserve(store, KEY, first, header);
    await release(store, KEY, first, header);
    const tail = { stream: 'counter-1', revision: -1n, hash: null, versions: { added: 1 } };
    const added = Array.from({ length: 3 }, () => ({ type: 'added', data: { amount: 1 } }));
    const ids = [...idsOf(toAppend(tail, header, added)), ...idsOf(await stored())];
    expect(new Set(ids).size).toBe(5);
    for (const { metadata } of await stored())
      expect(metadata).toMatchObject({ $causationId: header.commandId, schemaVersion: 1 });
  });

  it('has one holder when many ask at once', async () => {
    const asked = Array.from({ length: 20 }, (_, n) => ({ holder: randomUUID(), header: headerOf(n) }));
    const answers = await Promise.all(asked.map(({ holder, header }) => reserve(store, KEY, holder, header)));
    expect(new Set(answers).size).toBe(1);
    expect(await story()).toEqual([`reserved ${answers[0]}`]);
  });

  it.each(['lost', 'reply-lost'] as const)('is sent again while nobody knows: %s', async (trouble) => {
    const { store: faulty, sent } = troubled(store, inOrder(trouble));
    expect(await reserve(faulty, KEY, first, headerOf('a'))).toBe(first);
    expect(sent[1]).toEqual(sent[0]);
    expect(await stored()).toHaveLength(1);
  });

  it('is unavailable when nobody ever knows, and settled by a retry', async () => {
    const { store: faulty } = troubled(store, inOrder('reply-lost', ...Array<Trouble>(5).fill('lost')));
    const header = headerOf('a');
    await expect(reserve(faulty, KEY, first, header)).rejects.toThrow(StoreUnavailable);
    expect(await reserve(faulty, KEY, first, header)).toBe(first);
    expect(await stored()).toHaveLength(1);
  });

  it('is given to nobody when every race is lost', async () => {
    const { store: faulty } = troubled(store, () => CONFLICT);
    await expect(reserve(faulty, KEY, first, headerOf('a'))).rejects.toThrow(StoreUnavailable);
    expect(await stored()).toEqual([]);
  });

  it('is given to nobody when the reservation cannot be understood', async () => {
    await store.append(`reserve-${KEY}`, 'no-stream', [fact(1)]);
    await expect(reserve(store, KEY, first, headerOf('a'))).rejects.toThrow(UnreadableHistory);
    await expect(release(store, KEY, first, headerOf('a'))).rejects.toThrow(UnreadableHistory);
    await expect(holderOf(store, KEY)).rejects.toThrow(UnreadableHistory);
  });
});

describe('releasing a key', () => {
  it('lets the next one reserve it', async () => {
    await reserve(store, KEY, first, headerOf('a'));
    await release(store, KEY, first, headerOf('b'));
    expect(await holderOf(store, KEY)).toBeUndefined();
    expect(await reserve(store, KEY, second, headerOf('c'))).toBe(second);
    expect(await story()).toEqual([`reserved ${first}`, `released ${first}`, `reserved ${second}`]);
    expect(await verifyChain(store, `reserve-${KEY}`)).toMatchObject({ kind: 'whole', revision: 2n });
  });

  it('is not repeated by the same command, whoever holds the key since', async () => {
    const again = headerOf('b');
    await reserve(store, KEY, first, headerOf('a'));
    await release(store, KEY, first, again);
    await release(store, KEY, first, again);
    expect(await stored()).toHaveLength(2);
    await reserve(store, KEY, first, headerOf('c'));
    await release(store, KEY, first, again);
    expect(await holderOf(store, KEY)).toBe(first);
  });

  it('does nothing to a key that another one holds, or nobody', async () => {
    await release(store, KEY, first, headerOf('a'));
    await reserve(store, KEY, first, headerOf('b'));
    await release(store, KEY, second, headerOf('c'));
    expect(await story()).toEqual([`reserved ${first}`]);
  });

  it('does not bring back a reservation whose command is said once more', async () => {
    const header = headerOf('a');
    await reserve(store, KEY, first, header);
    await release(store, KEY, first, headerOf('b'));
    await expect(reserve(store, KEY, first, header)).rejects.toThrow(ReservationGivenUp);
    await reserve(store, KEY, second, headerOf('c'));
    expect(await reserve(store, KEY, first, header)).toBe(second);
    expect(await stored()).toHaveLength(3);
  });

  it('never has two holders, whatever is said in whatever order and however often', async () => {
    const said = fc.record({ who: fc.nat(2), verb: fc.constantFrom(reserve, release), command: fc.nat(7) });
    const trouble = fc.option(fc.constantFrom<Trouble>('lost', 'reply-lost', CONFLICT), { nil: undefined });
    const holders = ['one', 'two', 'three'];
    await fc.assert(
      fc.asyncProperty(fc.array(said, { maxLength: 12 }), fc.array(trouble), async (words, troubles) => {
        const memory = inMemoryStore();
        const left = [...troubles];
        const { store: faulty } = troubled(memory, () => left.shift());
        const headers = Array.from({ length: 8 }, (_, n) => headerOf(n));
        await Promise.allSettled(
          words.map(({ who, verb, command }) =>
            verb(faulty, KEY, holders[who] ?? '', headers[command] ?? headerOf(command)),
          ),
        );
        const events = await all(memory.read(`reserve-${KEY}`));
        expect(events.map(({ type }) => type)).toEqual(
          events.map((_, n) => (n % 2 === 0 ? 'reserved' : 'released')),
        );
        const holder = (n: number) => (events[n]?.data as { holder: string }).holder;
        for (const [n, { type }] of events.entries())
          if (type === 'released') expect(holder(n)).toBe(holder(n - 1));
        expect(new Set(idsOf(events)).size).toBe(events.length);
      }),
      { numRuns: 100 },
    );
  });
});
