import { randomUUID } from 'node:crypto';
import { v5 } from 'uuid';
import { refuse } from '@benkan/kernel';
import { adding, counterStream, headerOf } from './counter.examples';
import type { Handled } from './aggregate';
import { StoreUnavailable, type EventStore, type Position, type RecordedEvent } from './event-store';
import { commandHandler } from './handle';
import { inMemoryStore } from './in-memory';
import {
  processManager,
  type Cause,
  type Checkpoint,
  type Parked,
  type ProcessManagerOptions,
} from './process-manager';
import { all } from './store.examples';
import { inOrder, troubled } from './troubled.examples';

// waits end at once, as soon as others had their turn
jest.mock('node:timers/promises', () => ({
  setTimeout: () => new Promise((resolve) => void setImmediate(resolve)),
}));

const NAME = 'mirror';
const LEDGER = 'c0ffee00-0000-4000-8000-000000000000';
const isCounted = ({ type, stream }: RecordedEvent) => type === 'added' && stream !== counterStream(LEDGER);

let store: EventStore;
let saved: Position[];
let checkpoint: Checkpoint;
beforeEach(() => {
  store = inMemoryStore();
  saved = [];
  checkpoint = { load: async () => saved.at(-1), save: async (_name, position) => void saved.push(position) };
});

const count = async (...amounts: readonly number[]): Promise<string> => {
  const id = randomUUID();
  for (const amount of amounts) await commandHandler({ store }).handle(adding(id, [amount]));
  return id;
};
const headerFor = ({ commandId, ...cause }: Cause) => ({ ...headerOf('mirrored', commandId), ...cause });

/** Adds each amount counted anywhere to one ledger. */
const mirrored = (into: EventStore) => {
  const { handle } = commandHandler({ store: into });
  return (event: RecordedEvent) =>
    isCounted(event)
      ? [
          (cause: Cause) =>
            handle(adding(LEDGER, [(event.data as { amount: number }).amount], { header: headerFor(cause) })),
        ]
      : [];
};

const ledger = async () =>
  (await all(store.read(counterStream(LEDGER)))).map(({ data }) => (data as { amount: number }).amount);

/** Runs it until everything stored when it began, and what that caused, has been passed. */
const ranUntil = async (
  done: () => boolean | Promise<boolean>,
  options: Partial<ProcessManagerOptions> = {},
) => {
  const ending = new AbortController();
  const refused: string[] = [];
  const parked: Parked[] = [];
  const waits: string[] = [];
  const running = processManager({
    name: NAME,
    store,
    checkpoint,
    react: mirrored(store),
    onRefused: (_event, { code }) => void refused.push(code),
    onParked: (one) => void parked.push(one),
    onWaiting: (reason) => void waits.push(reason),
    ...options,
  }).run(ending.signal);
  while (!(await done())) await new Promise((resolve) => void setImmediate(resolve));
  ending.abort();
  await running;
  return { refused, parked, waits };
};

const isAtHead = async () => saved.at(-1)?.commit === (await store.head())?.commit;

describe('a process manager', () => {
  it('reacts to the events in order, with ids that derive from them', async () => {
    const id = await count(1, 2, 3);
    await ranUntil(isAtHead);
    expect(await ledger()).toEqual([1, 2, 3]);
    const causes = await all(store.read(counterStream(id)));
    const effects = await all(store.read(counterStream(LEDGER)));
    for (const [n, effect] of effects.entries())
      expect(effect.metadata).toMatchObject({
        commandId: v5(`${NAME}|0`, causes[n]?.id ?? ''),
        $causationId: causes[n]?.id,
        $correlationId: (causes[n]?.metadata as { $correlationId: string }).$correlationId,
      });
  });

  it('resumes after its checkpoint, which never moves back', async () => {
    await count(1, 2);
    await ranUntil(isAtHead);
    await count(3);
    const seen: string[] = [];
    const react = mirrored(store);
    await ranUntil(isAtHead, {
      react: (event) => {
        seen.push(event.stream);
        return react(event);
      },
    });
    expect(await ledger()).toEqual([1, 2, 3]);
    expect(seen).toHaveLength(2);
    expect(saved.map(({ commit }) => commit)).toEqual(
      saved.map(({ commit }) => commit).sort((a, b) => Number(a - b)),
    );
  });

  it('doubles nothing when it dies between a command and its checkpoint', async () => {
    await count(1, 2);
    const dying: Checkpoint = {
      load: checkpoint.load,
      save: async () => {
        throw new Error('killed');
      },
    };
    let lives = 0;
    await ranUntil(() => lives > 3, { checkpoint: dying, onWaiting: () => void (lives += 1) });
    expect(await ledger()).toEqual([1]);
    await ranUntil(isAtHead);
    expect(await ledger()).toEqual([1, 2]);
  });

  it('doubles nothing when two instances run side by side', async () => {
    await count(1, 2, 3, 4);
    await Promise.all([ranUntil(isAtHead), ranUntil(isAtHead)]);
    expect((await ledger()).sort()).toEqual([1, 2, 3, 4]);
  });

  it('runs all the commands of an event again when one of them has to wait, and doubles none', async () => {
    await count(7);
    const { handle } = commandHandler({ store });
    let away = 3;
    const second = async (cause: Cause): Promise<Handled> => {
      away -= 1;
      if (away > 0) return { kind: 'fault', code: 'unavailable', detail: 'away' };
      return handle(adding(LEDGER, [2], { header: headerFor(cause) }));
    };
    const react = (event: RecordedEvent) =>
      isCounted(event)
        ? [(cause: Cause) => handle(adding(LEDGER, [1], { header: headerFor(cause) })), second]
        : [];
    const { parked } = await ranUntil(isAtHead, { react });
    expect(parked).toEqual([]);
    expect(await ledger()).toEqual([1, 2]);
  });

  it('takes a refusal for an answer', async () => {
    await count(60, 40);
    const { handle } = commandHandler({ store });
    const react = (event: RecordedEvent) =>
      isCounted(event)
        ? [
            (cause: Cause) =>
              handle({ ...adding(LEDGER, [1], { header: headerFor(cause) }), decide: () => refuse('no') }),
          ]
        : [];
    const { refused, parked } = await ranUntil(isAtHead, { react });
    expect(refused).toEqual(['no', 'no']);
    expect(parked).toEqual([]);
    expect(await ledger()).toEqual([]);
  });
});

describe('a process manager in trouble', () => {
  it('waits for a store that is away, however long, and parks nothing', async () => {
    await count(1, 2);
    const troubles = inOrder(...Array<'lost'>(40).fill('lost'));
    const { store: faulty } = troubled(store, troubles);
    const { parked, waits } = await ranUntil(isAtHead, { react: mirrored(faulty) });
    expect(await ledger()).toEqual([1, 2]);
    expect(parked).toEqual([]);
    expect(waits.length).toBeGreaterThan(3);
  });

  it('subscribes again when the subscription breaks', async () => {
    await count(1, 2, 3);
    let broken = 0;
    const breaking: EventStore = {
      ...store,
      async *subscribe(options) {
        for await (const item of store.subscribe(options)) {
          yield item;
          broken += 1;
          if (broken < 6) throw new StoreUnavailable('gone');
        }
      },
    };
    const { waits } = await ranUntil(isAtHead, { store: breaking });
    expect(await ledger()).toEqual([1, 2, 3]);
    expect(waits).toContain('gone');
  });

  it.each([
    ['a reaction that throws', () => Promise.reject(new Error('no sense'))],
    ['a command that throws', () => [() => Promise.reject(new Error('no sense'))]],
    [
      'a fault that would last',
      () => [
        async () =>
          ({ kind: 'fault', code: 'unreadable-history', detail: 'no sense' }) as const satisfies Handled,
      ],
    ],
  ])('parks an event after three attempts and goes on with the next: %s', async (_name, poison) => {
    const bad = await count(13);
    await count(1);
    const react = mirrored(store);
    let attempts = 0;
    const { parked } = await ranUntil(isAtHead, {
      react: (event) => {
        if (event.stream !== counterStream(bad)) return react(event);
        attempts += 1;
        return poison();
      },
    });
    expect(attempts).toBe(3);
    expect(parked.map(({ event }) => event.stream)).toEqual([counterStream(bad)]);
    expect(parked[0]?.reason).toContain('no sense');
    expect(await ledger()).toEqual([1]);
  });

  it('does not pass an event that could not be parked', async () => {
    await count(13);
    let told = 0;
    const react = (event: RecordedEvent) => {
      if (isCounted(event)) throw new Error('no sense');
      return [];
    };
    await ranUntil(isAtHead, {
      react,
      maxAttempts: 1,
      onParked: () => {
        told += 1;
        if (told < 4) throw new Error('the list is away');
      },
    });
    expect(told).toBe(4);
  });

  it('ends when it is told to, also while it waits', async () => {
    const ending = new AbortController();
    const { react, onRefused, onParked } = { react: () => [], onRefused: jest.fn(), onParked: jest.fn() };
    const down: Checkpoint = { ...checkpoint, load: () => Promise.reject(new Error('away')) };
    const options = { name: NAME, store, react, onRefused, onParked };
    const waiting = processManager({
      ...options,
      checkpoint: down,
      onWaiting: () => ending.abort(),
    }).run(ending.signal);
    await waiting;
    const calm = new AbortController();
    const following = processManager({ ...options, checkpoint }).run(calm.signal);
    calm.abort();
    await following;
    expect(saved).toEqual([]);
  });
});
