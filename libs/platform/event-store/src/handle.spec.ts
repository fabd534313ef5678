import { randomUUID } from 'node:crypto';
import { v5 } from 'uuid';
import { adding, counters, counterStream, headerOf } from './counter.examples';
import { StoreUnavailable, type EventStore, type JsonObject } from './event-store';
import { commandHandler } from './handle';
import { inMemoryStore } from './in-memory';
import { all, fact, idsOf } from './store.examples';
import { inOrder, troubled } from './troubled.examples';

let store: EventStore;
let id: string;
beforeEach(() => {
  store = inMemoryStore();
  id = randomUUID();
});

const stored = () => all(store.read(counterStream(id)));

describe('handling a command', () => {
  it('records its facts and answers with the last revision and position', async () => {
    const { handle } = commandHandler({ store });
    expect(await handle(adding(id, [1, 2]))).toEqual({
      kind: 'recorded',
      revision: 1n,
      position: 2n,
      changed: true,
    });
    expect((await stored()).map(({ data }) => data)).toEqual([{ amount: 1 }, { amount: 2 }]);
  });

  it('decides on what was recorded before', async () => {
    const { handle, current } = commandHandler({ store });
    await handle(adding(id, [60]));
    expect(await handle(adding(id, [60]))).toEqual({ kind: 'refused', code: 'limit' });
    expect(await current(counters, id)).toMatchObject({ state: { total: 60 }, revision: 0n });
  });

  it('records nothing when it refuses, and decides the same key again', async () => {
    const { handle } = commandHandler({ store });
    const header = headerOf('much');
    expect(await handle(adding(id, [101], { header }))).toMatchObject({ kind: 'refused' });
    expect(await stored()).toEqual([]);
    expect(
      await handle(adding(id, [99], { header: { ...headerOf('less'), commandId: header.commandId } })),
    ).toMatchObject({
      kind: 'recorded',
      changed: true,
    });
  });

  it('records nothing when there is nothing new, and says so', async () => {
    const { handle } = commandHandler({ store });
    await handle(adding(id, [1]));
    expect(await handle(adding(id, []))).toEqual({
      kind: 'recorded',
      revision: 0n,
      position: 1n,
      changed: false,
    });
    expect(await stored()).toHaveLength(1);
  });

  it('derives the ids of its events from the command', async () => {
    const header = headerOf('two');
    await commandHandler({ store }).handle(adding(id, [1, 2], { header }));
    expect(idsOf(await stored())).toEqual([v5('0', header.commandId), v5('1', header.commandId)]);
  });

  it('writes who said it, when, and under which identity', async () => {
    const { handle } = commandHandler({ store });
    const header = { ...headerOf('one'), occurredOn: '2024-02-29' };
    await handle(adding(id, [1], { header }));
    const { commandId, commandHash, correlationId, causationId, actor, at, occurredOn } = header;
    expect((await stored())[0]?.metadata).toMatchObject({
      ...{ commandId, commandHash, actor, at, occurredOn, schemaVersion: 1, prevHash: null },
      ...{ $correlationId: correlationId, $causationId: causationId },
    });
  });
});

describe('handling the same command again', () => {
  it.each(['the handler that recorded it', 'another handler'])(
    'answers as the first time: %s',
    async (who) => {
      const first = commandHandler({ store });
      const other = who === 'another handler' ? commandHandler({ store }) : first;
      const header = headerOf('three');
      const answer = await first.handle(adding(id, [1, 1, 1], { header }));
      await first.handle(adding(id, [5]));
      expect(await other.handle(adding(id, [1, 1, 1], { header }))).toEqual(answer);
      expect(await stored()).toHaveLength(4);
    },
  );

  it('refuses the same key with another body', async () => {
    const { handle } = commandHandler({ store });
    const header = headerOf('three');
    await handle(adding(id, [3], { header }));
    const reused = { ...headerOf('four'), commandId: header.commandId };
    expect(await handle(adding(id, [4], { header: reused }))).toMatchObject({
      kind: 'fault',
      code: 'idempotency-key-reused',
    });
    expect(await stored()).toHaveLength(1);
  });

  it('records it once when it is said many times at once', async () => {
    const handlers = Array.from({ length: 4 }, () => commandHandler({ store }));
    const header = headerOf('seven');
    const answers = await Promise.all(handlers.map(({ handle }) => handle(adding(id, [7], { header }))));
    expect(new Set(answers.map((answer) => answer.kind === 'recorded' && answer.revision))).toEqual(
      new Set([0n]),
    );
    expect(await stored()).toHaveLength(1);
  });

  it('answers before it looks at the revision the caller believed in', async () => {
    const { handle } = commandHandler({ store });
    await handle(adding(id, [1]));
    const header = headerOf('two');
    const answer = await handle(adding(id, [2], { header, ifMatch: 0n }));
    expect(await handle(adding(id, [2], { header, ifMatch: 0n }))).toEqual(answer);
  });
});

describe('two handlers over one store', () => {
  it('decide again after a lost race, on what the winner recorded', async () => {
    const [mine, theirs] = [commandHandler({ store }), commandHandler({ store })];
    await mine.handle(adding(id, [10]));
    await theirs.handle(adding(id, [80]));
    expect(await mine.handle(adding(id, [10]))).toMatchObject({ kind: 'recorded', revision: 2n });
    expect(await theirs.handle(adding(id, [10]))).toEqual({ kind: 'refused', code: 'limit' });
  });

  it('never refuse from a stale cache', async () => {
    const [mine, theirs] = [commandHandler({ store }), commandHandler({ store })];
    const opened = { ...adding(id, [1]), decide: openOnly };
    expect(await mine.handle(opened)).toMatchObject({ code: 'closed' });
    await mine.handle(adding(id, [5]));
    expect(await mine.handle({ ...opened, header: headerOf('again') })).toMatchObject({ code: 'closed' });
    await theirs.handle(adding(id, [50]));
    expect(await mine.handle({ ...opened, header: headerOf('once more') })).toMatchObject({
      kind: 'recorded',
    });
  });

  it('never say "nothing new" from a stale cache', async () => {
    const [mine, theirs] = [commandHandler({ store }), commandHandler({ store })];
    await mine.handle(adding(id, [1]));
    await theirs.handle(adding(id, [2]));
    expect(await mine.handle(adding(id, []))).toMatchObject({ changed: false, revision: 1n, position: 2n });
  });

  it('never call a revision stale from a stale cache', async () => {
    const [mine, theirs] = [commandHandler({ store }), commandHandler({ store })];
    await mine.handle(adding(id, [1]));
    await theirs.handle(adding(id, [2]));
    expect(await mine.handle(adding(id, [3], { ifMatch: 1n }))).toMatchObject({
      kind: 'recorded',
      revision: 2n,
    });
    expect(await theirs.handle(adding(id, [4], { ifMatch: 1n }))).toMatchObject({
      kind: 'fault',
      code: 'stale-revision',
      detail: '2',
    });
    expect(await stored()).toHaveLength(3);
  });

  it('read the tail where the state is asked for', async () => {
    const [mine, theirs] = [commandHandler({ store }), commandHandler({ store })];
    await mine.handle(adding(id, [1]));
    await theirs.handle(adding(id, [2]));
    expect(await mine.current(counters, id)).toMatchObject({
      state: { total: 3 },
      revision: 1n,
      position: 2n,
    });
  });
});

const openOnly: ReturnType<typeof adding>['decide'] = ({ total }) =>
  total < 50
    ? { kind: 'refused', code: 'closed' }
    : { kind: 'accepted', facts: [{ type: 'added', data: { amount: 1 } }] };

describe('losing every race', () => {
  it('gives up after the attempts it was given', async () => {
    const always = troubled(store, () => ({ kind: 'conflict' }));
    const { handle } = commandHandler({ store: always.store, maxAttempts: 3 });
    expect(await handle(adding(id, [1]))).toMatchObject({ kind: 'fault', code: 'conflict' });
    expect(always.sent).toHaveLength(3);
  });
});

describe('an unknown outcome', () => {
  it.each(['lost', 'reply-lost'] as const)(
    'is asked again with the same ids and revision: %s',
    async (trouble) => {
      const { store: faulty, sent } = troubled(store, inOrder(trouble, trouble));
      const { handle } = commandHandler({ store: faulty });
      expect(await handle(adding(id, [1, 2]))).toMatchObject({
        kind: 'recorded',
        revision: 1n,
        changed: true,
      });
      expect(sent).toHaveLength(3);
      expect(
        new Set(sent.map((attempt) => JSON.stringify({ ...attempt, expected: String(attempt.expected) })))
          .size,
      ).toBe(1);
      expect(idsOf(await stored())).toEqual(sent[0]?.ids);
    },
  );

  it('is no conflict when others went on meanwhile', async () => {
    const other = commandHandler({ store });
    await other.handle(adding(id, [1]));
    const { store: faulty } = troubled(store, inOrder('reply-lost'));
    const mine = commandHandler({ store: faulty });
    const [answer] = await Promise.all([mine.handle(adding(id, [2])), other.handle(adding(id, [3]))]);
    expect(answer).toMatchObject({ kind: 'recorded', changed: true });
    expect(await stored()).toHaveLength(3);
  });

  it('is told after the retries, and a later retry of the caller finds what was written', async () => {
    const { store: faulty } = troubled(store, inOrder('reply-lost', 'lost'));
    const { handle } = commandHandler({ store: faulty, maxRetries: 1 });
    const header = headerOf('nine');
    expect(await handle(adding(id, [9], { header }))).toMatchObject({ kind: 'fault', code: 'unavailable' });
    expect(await handle(adding(id, [9], { header }))).toMatchObject({ kind: 'recorded', revision: 0n });
    expect(await stored()).toHaveLength(1);
  });

  it('holds up its own stream only, while it hangs', async () => {
    let release: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (release = resolve));
    const slow: EventStore = {
      ...store,
      append: async (stream, expected, events) => {
        if (stream === counterStream(id)) await hanging;
        return store.append(stream, expected, events);
      },
    };
    const { handle } = commandHandler({ store: slow });
    const held = [handle(adding(id, [1])), handle(adding(id, [2]))];
    expect(await handle(adding(randomUUID(), [3]))).toMatchObject({ kind: 'recorded' });
    release();
    expect(await Promise.all(held)).toMatchObject([{ revision: 0n }, { revision: 1n }]);
  });
});

describe('what a store can do', () => {
  it.each([
    ['event-too-large', 'too-large'],
    ['append-too-large', 'too-large'],
    ['storage-full', 'storage-full'],
    ['stream-deleted', 'unreadable-history'],
  ] as const)('%s is the fault %s', async (code, expected) => {
    const { store: faulty } = troubled(store, inOrder({ kind: 'refused', code, detail: 'so' }));
    const { handle } = commandHandler({ store: faulty });
    expect(await handle(adding(id, [1]))).toEqual({ kind: 'fault', code: expected, detail: 'so' });
  });

  it('is unavailable when it cannot be read', async () => {
    await store.close();
    const { handle, current } = commandHandler({ store });
    expect(await handle(adding(id, [1]))).toMatchObject({ kind: 'fault', code: 'unavailable' });
    await expect(current(counters, id)).rejects.toThrow(StoreUnavailable);
  });

  it.each([
    ['metadata of no command', { metadata: { by: 'example' } }],
    ['a type nobody knows', { type: 'vanished' }],
    ['a fact that cannot be folded', { data: { amount: -1 } }],
  ])('cannot be read with %s', async (_name, spoilt) => {
    const { handle } = commandHandler({ store });
    await handle(adding(id, [1]));
    const [before] = await stored();
    const { metadata, type, data } = {
      metadata: before?.metadata as JsonObject,
      type: 'added',
      data: { amount: 1 },
      ...spoilt,
    };
    await store.append(counterStream(id), 0n, [{ ...fact(1), type, data, metadata }]);
    expect(await commandHandler({ store }).handle(adding(id, [1]))).toMatchObject({
      kind: 'fault',
      code: 'unreadable-history',
    });
  });
});
