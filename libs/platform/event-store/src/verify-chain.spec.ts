import { randomUUID } from 'node:crypto';
import { adding, counterStream } from './counter.examples';
import type { EventStore, RecordedEvent } from './event-store';
import { commandHandler } from './handle';
import { inMemoryStore } from './in-memory';
import { all, fact } from './store.examples';
import { chainHash } from './to-append';
import { verifyChain } from './verify-chain';

const written = async () => {
  const store = inMemoryStore();
  const { handle } = commandHandler({ store });
  const id = randomUUID();
  await handle(adding(id, [1, 2]));
  await handle(adding(id, [3]));
  await commandHandler({ store }).handle(adding(id, [4]));
  const stream = counterStream(id);
  return { store, stream, events: await all(store.read(stream)) };
};

/** The same store, but what is read passes through other hands first. */
const tampered = (store: EventStore, hands: (events: RecordedEvent[]) => RecordedEvent[]): EventStore => ({
  ...store,
  async *read(stream, options) {
    yield* hands(await all(store.read(stream, options)));
  },
});

const at = (revision: bigint, change: (event: RecordedEvent) => RecordedEvent) => (events: RecordedEvent[]) =>
  events.map((event) => (event.revision === revision ? change(event) : event));

const flipped = (text: string, bit: number): string =>
  text.slice(0, bit) + String.fromCharCode(text.charCodeAt(bit) ^ 1) + text.slice(bit + 1);

describe('the hash chain of a stream', () => {
  it('is whole over several commands and handlers, and names its head', async () => {
    const { store, stream, events } = await written();
    const head = (events.at(-1)?.metadata as { hash: string }).hash;
    expect(await verifyChain(store, stream)).toEqual({ kind: 'whole', revision: 3n, hash: head });
  });

  it('links each event to the one before, from nothing', async () => {
    const { events } = await written();
    const links = events.map(({ metadata }) => metadata as { prevHash: string | null; hash: string });
    expect(links.map(({ prevHash }) => prevHash)).toEqual([
      null,
      ...links.slice(0, -1).map(({ hash }) => hash),
    ]);
  });

  it('is recomputed from what was read back, in any order of keys', async () => {
    const { stream, events } = await written();
    const [event] = events;
    const { hash, ...metadata } = event?.metadata as Record<string, string>;
    const turned = Object.fromEntries(Object.entries(metadata).reverse());
    expect(
      chainHash(stream, 0n, { id: event?.id ?? '', type: 'added', data: { amount: 1 }, metadata: turned }),
    ).toBe(hash);
  });

  it('of a stream without events is whole', async () => {
    expect(await verifyChain(inMemoryStore(), counterStream(randomUUID()))).toEqual({
      kind: 'whole',
      revision: -1n,
      hash: null,
    });
  });

  it.each<[string, bigint, string, (events: RecordedEvent[]) => RecordedEvent[]]>([
    ['another amount', 1n, 'altered', at(1n, (event) => ({ ...event, data: { amount: 20 } }))],
    ['another type', 2n, 'altered', at(2n, (event) => ({ ...event, type: flipped(event.type, 0) }))],
    ['another id', 0n, 'altered', at(0n, (event) => ({ ...event, id: flipped(event.id, 7) }))],
    [
      'another stream',
      0n,
      'altered',
      (events) => events.map((event) => ({ ...event, stream: `${event.stream}x` })),
    ],
    [
      'another speaker',
      3n,
      'altered',
      at(3n, (event) => ({ ...event, metadata: { ...(event.metadata as object), actor: { ref: 'b' } } })),
    ],
    [
      'another hash',
      1n,
      'altered',
      at(1n, (event) => ({ ...event, metadata: { ...(event.metadata as object), hash: 'f' } })),
    ],
    ['no hash', 1n, 'no-chain', at(1n, (event) => ({ ...event, metadata: null }))],
    ['an event left out', 2n, 'missing-event', (events) => events.filter(({ revision }) => revision !== 1n)],
    [
      'an event left out and the rest renumbered',
      1n,
      'another-predecessor',
      (events) =>
        events
          .filter(({ revision }) => revision !== 1n)
          .map((event, n) => ({ ...event, revision: BigInt(n) })),
    ],
  ])('is broken by %s', async (_name, revision, reason, hands) => {
    const { store, stream } = await written();
    expect(await verifyChain(tampered(store, hands), stream)).toEqual({ kind: 'broken', revision, reason });
  });

  it('notices one flipped bit anywhere in the data', async () => {
    const { store, stream, events } = await written();
    const text = JSON.stringify(events[2]?.data);
    for (let bit = 0; bit < text.length; bit += 1) {
      const hands = at(2n, (event) => ({ ...event, data: flipped(text, bit) }));
      expect(await verifyChain(tampered(store, hands), stream)).toMatchObject({
        kind: 'broken',
        revision: 2n,
      });
    }
  });

  it('is broken by an event that nobody chained', async () => {
    const { store, stream } = await written();
    await store.append(stream, 3n, [fact(1)]);
    expect(await verifyChain(store, stream)).toEqual({ kind: 'broken', revision: 4n, reason: 'no-chain' });
  });
});
