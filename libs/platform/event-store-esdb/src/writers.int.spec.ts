import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { v5 } from 'uuid';
import {
  type Aggregate,
  commandHandler,
  type EventStore,
  type Handled,
  processManager,
  type Position,
  verifyChain,
} from '@benkan/event-store';
import { accept, type Fact } from '@benkan/kernel';
import { type EventStoreServer, start } from '@benkan/event-store-server';
import { atLength } from '@benkan/testing';
import { esdbEventStore } from './esdb-event-store';
import { all } from './misbehaving.examples';

type Added = Fact<'added', { readonly by: number }>;
const counters: Aggregate<number, Added> = {
  name: 'counter',
  fold: { initial: 0, evolve: (total) => total + 1 },
  read: (type, _version, data) =>
    type === 'added'
      ? { kind: 'fact', fact: { type, data: data as Added['data'] } }
      : { kind: 'unreadable', reason: 'unknown-type' },
  versions: { added: 1 },
};

const headerOf = (commandId: string) => ({
  commandId,
  commandHash: commandId,
  correlationId: commandId,
  causationId: commandId,
  actor: { ref: 'a', role: 'secretary', territory: null },
  at: '2024-03-01T08:00:00.000Z',
});
const adding = (id: string, commandId: string, by: number, times = 1) => ({
  aggregate: counters,
  id,
  header: headerOf(commandId),
  decide: () => accept(...Array.from({ length: times }, (): Added => ({ type: 'added', data: { by } }))),
});

type Trouble = 'before' | 'after' | 'twice' | undefined;

/** A store between: an append fails before, fails after, or arrives twice. */
const between = (store: EventStore, next: () => Trouble): EventStore => ({
  ...store,
  async append(...call) {
    const trouble = next();
    if (trouble === 'before') return { kind: 'unknown', detail: 'lost' };
    const [outcome] = await Promise.all([
      store.append(...call),
      ...(trouble === 'twice' ? [store.append(...call)] : []),
    ]);
    return trouble === 'after' ? { kind: 'unknown', detail: 'no reply' } : outcome;
  },
});

let folder: string;
let server: EventStoreServer;
let store: EventStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benkan-writers-'));
  server = await start({ folder });
  store = esdbEventStore({ url: server.url });
});
afterAll(async () => {
  await store.close();
  await server.close();
  await rm(folder, { recursive: true });
});

const writing = fc.record({
  handler: fc.nat(2),
  times: fc.integer({ min: 1, max: 3 }),
  says: fc.integer({ min: 1, max: 2 }),
});
const trouble = fc.option(fc.constantFrom('before' as const, 'after' as const, 'twice' as const), {
  nil: undefined,
});

describe('many writers of one stream over the embedded server', () => {
  it(
    'leave revisions without a gap and each acknowledged command exactly once',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(writing, { minLength: 2, maxLength: 10 }),
          fc.array(trouble, { maxLength: 15 }),
          async (writings, troubles) => {
            const id = randomUUID();
            const left = [...troubles];
            const faulty = between(store, () => left.shift());
            const handlers = [0, 1, 2].map(() => commandHandler({ store: faulty, maxAttempts: 30 }));
            const told = await Promise.all(
              writings.map(async ({ handler, times, says }, n) => {
                const commandId = v5(String(n), id);
                const answers: Handled[] = [];
                for (let k = 0; k < says; k += 1) {
                  const one = handlers[(handler + k) % handlers.length];
                  if (one) answers.push(await one.handle(adding(id, commandId, n, times)));
                }
                return { n, times, answers };
              }),
            );
            const events = await all(store.read(`counter-${id}`));
            expect(events.map(({ revision }) => revision)).toEqual(events.map((_, n) => BigInt(n)));
            for (const { n, times, answers } of told) {
              const written = events.filter(({ data }) => (data as Added['data']).by === n);
              const acknowledged = answers.filter(({ kind }) => kind === 'recorded');
              expect(acknowledged.length > 0 ? [times] : [0, times]).toContain(written.length);
              for (const answer of acknowledged)
                expect(answer).toMatchObject({ revision: written.at(-1)?.revision });
            }
            expect(await verifyChain(store, `counter-${id}`)).toMatchObject({ kind: 'whole' });
          },
        ),
        { numRuns: atLength({ ci: 25, soak: 200 }) },
      );
    },
    atLength({ ci: 120_000, soak: 3_600_000 }),
  );
});

describe('a process manager over the embedded server', () => {
  it('is stopped and started again, and every event has caused its command once', async () => {
    const [source, target] = [randomUUID(), randomUUID()];
    const { handle } = commandHandler({ store });
    let saved: Position | undefined = await store.head();
    const checkpoint = {
      load: async () => saved,
      save: async (_name: string, position: Position) => void (saved = position),
    };
    const live = async (enough: number): Promise<void> => {
      const ending = new AbortController();
      await processManager({
        name: 'copies',
        store,
        checkpoint,
        onRefused: () => undefined,
        onParked: ({ reason }) => {
          throw new Error(reason);
        },
        react: (event) =>
          event.stream === `counter-${source}`
            ? [
                async ({ commandId }) => {
                  const told = await handle(adding(target, commandId, Number(event.revision)));
                  // dies after the command and before its checkpoint
                  if (event.revision === BigInt(enough)) ending.abort();
                  return told;
                },
              ]
            : [],
      }).run(ending.signal);
    };
    for (let n = 0; n < 6; n += 1) await handle(adding(source, randomUUID(), n));
    for (const enough of [1, 3, 5]) {
      const before = saved;
      await live(enough);
      // what was saved at the very end is taken back: as if it had died just before
      if (enough < 5) saved = before;
    }
    const copies = await all(store.read(`counter-${target}`));
    expect(copies.map(({ data }) => (data as Added['data']).by)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
