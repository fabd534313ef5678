import { randomUUID } from 'node:crypto';
import { adding, counters, counterStream, headerOf } from './counter.examples';
import type { EventStore } from './event-store';
import { commandHandler } from './handle';
import { inMemoryStore } from './in-memory';
import { all } from './store.examples';
import { troubled } from './troubled.examples';

// waits end as soon as others had their turn
jest.mock('node:timers/promises', () => ({
  setTimeout: () => new Promise((resolve) => void setImmediate(resolve)),
}));

const LATE = { kind: 'fault', code: 'unavailable', detail: 'no answer within the time allowed' };

let store: EventStore;
let id: string;
beforeEach(() => {
  store = inMemoryStore();
  id = randomUUID();
});

const stored = () => all(store.read(counterStream(id)));

const gate = () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
};

/** A store whose calls wait at a gate. */
const held = (verb: 'append' | 'read') => {
  const { opened, open } = gate();
  const holding: EventStore = {
    ...store,
    append: async (...call) => {
      if (verb === 'append') await opened;
      return store.append(...call);
    },
    async *read(...call) {
      if (verb === 'read') await opened;
      yield* store.read(...call);
    },
  };
  return { store: holding, open };
};

describe('the time a command may take', () => {
  it.each(['append', 'read'] as const)('ends it as unavailable while the %s hangs', async (verb) => {
    const { store: holding } = held(verb);
    const { handle } = commandHandler({ store: holding, timeLimitMs: 30 });
    expect(await handle(adding(id, [1]))).toEqual(LATE);
  });

  it('counts the wait for its turn, and frees the turn of the one that hangs', async () => {
    let hanging = true;
    const { opened, open } = gate();
    const holding: EventStore = {
      ...store,
      append: async (...call) => {
        if (hanging) await opened;
        return store.append(...call);
      },
    };
    const { handle } = commandHandler({ store: holding, timeLimitMs: 60 });
    const both = await Promise.all([handle(adding(id, [1])), handle(adding(id, [2]))]);
    expect(both).toEqual([LATE, LATE]);
    hanging = false;
    expect(await handle(adding(id, [4]))).toMatchObject({ kind: 'recorded', revision: 0n });
    open();
  });

  it('leaves its outcome unknown: the same command said again finds what was written after all', async () => {
    const { store: holding, open } = held('append');
    const { handle } = commandHandler({ store: holding, timeLimitMs: 30 });
    const header = headerOf('nine');
    expect(await handle(adding(id, [9], { header }))).toEqual(LATE);
    open();
    expect(await handle(adding(id, [9], { header }))).toMatchObject({ kind: 'recorded', revision: 0n });
    expect(await stored()).toHaveLength(1);
  });

  it('ends asking again for an outcome that stays unknown', async () => {
    const { store: faulty, sent } = troubled(store, () => 'lost');
    const { handle } = commandHandler({ store: faulty, timeLimitMs: 50, maxRetries: 1_000_000 });
    expect(await handle(adding(id, [1]))).toEqual(LATE);
    const asked = sent.length;
    // another command of the same stream comes to its turn: nobody asks for the first one any more
    expect(await handle(adding(id, [2]))).toEqual(LATE);
    expect(sent.slice(asked).every(({ ids }) => ids[0] !== sent[0]?.ids[0])).toBe(true);
  });

  it('ends deciding again', async () => {
    const { store: faulty } = troubled(store, () => ({ kind: 'conflict' }));
    const { handle } = commandHandler({ store: faulty, timeLimitMs: 50, maxAttempts: 1_000_000 });
    expect(await handle(adding(id, [1]))).toEqual(LATE);
  });

  it('appends nothing when what comes before the append took too long', async () => {
    const { opened, open } = gate();
    const { handle } = commandHandler({ store, timeLimitMs: 30 });
    const seal = () => opened;
    expect(await handle(adding(id, [1], { seal }))).toEqual(LATE);
    open();
    expect(await handle(adding(id, [2]))).toMatchObject({ revision: 0n });
    expect((await stored()).map(({ data }) => data)).toEqual([{ amount: 2 }]);
  });
});

describe('the cache of folded streams', () => {
  const reads = () => {
    const streams: string[] = [];
    const counting: EventStore = {
      ...store,
      read: (stream, options) => {
        streams.push(stream);
        return store.read(stream, options);
      },
    };
    return { counting, streams };
  };

  it('saves the reading of a stream it holds', async () => {
    const { counting, streams } = reads();
    const { handle } = commandHandler({ store: counting });
    for (let n = 0; n < 5; n += 1) await handle(adding(id, [1]));
    expect(streams).toHaveLength(1);
  });

  it('forgets the stream that was not used for longest when its bytes are spent', async () => {
    const { counting, streams } = reads();
    const { handle } = commandHandler({ store: counting, cacheBytes: 4_000 });
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
    for (const one of [a, b, a, c]) await handle(adding(one, [1]));
    streams.length = 0;
    for (const one of [a, c]) await handle(adding(one, [1]));
    expect(streams).toEqual([]);
    await handle(adding(b, [1]));
    expect(streams).toEqual([counterStream(b)]);
  });

  it('holds no stream that is larger than all of it', async () => {
    const { counting, streams } = reads();
    const { handle } = commandHandler({ store: counting, cacheBytes: 100 });
    await handle(adding(id, [1]));
    await handle(adding(id, [1]));
    expect(streams).toHaveLength(2);
  });

  it('remembers no half of a command when a reading breaks in the middle of it', async () => {
    const header = headerOf('three');
    await commandHandler({ store }).handle(adding(id, [7]));
    let cut = false;
    const cutting: EventStore = {
      ...store,
      async *read(...call) {
        for await (const event of store.read(...call)) {
          yield event;
          if (cut) throw Object.assign(new Error('gone'), { code: 'gone' });
        }
      },
    };
    const { handle, current } = commandHandler({ store: cutting });
    await current(counters, id);
    const answer = await commandHandler({ store }).handle(adding(id, [1, 1, 1], { header }));
    cut = true;
    await expect(current(counters, id)).rejects.toThrow('gone');
    cut = false;
    expect(await handle(adding(id, [1, 1, 1], { header }))).toEqual(answer);
  });
});
