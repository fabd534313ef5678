import fc from 'fast-check';
import { v5 } from 'uuid';
import { atLength } from '@benkan/testing';
import { adding, counterStream, headerOf, LIMIT } from './counter.examples';
import type { Handled } from './aggregate';
import type { EventStore, RecordedEvent } from './event-store';
import { commandHandler } from './handle';
import { inMemoryStore } from './in-memory';
import { all } from './store.examples';
import { troubled, type Trouble } from './troubled.examples';
import { verifyChain } from './verify-chain';

// waits end at once: the scheduler alone decides who comes next
jest.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

const NAMESPACE = '5b0c0f6e-6d57-4c38-9d4b-2f3f9c1c1a11';
const STREAMS = ['one', 'two'].map((name) => v5(name, NAMESPACE));

type Writing = { readonly stream: number; readonly amounts: readonly number[]; readonly says: number };
type Told = Writing & { readonly commandId: string; readonly answers: readonly Handled[] };

const writing = fc.record<Writing>({
  stream: fc.nat({ max: STREAMS.length - 1 }),
  amounts: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }),
  says: fc.integer({ min: 1, max: 3 }),
});
const trouble = fc.option(fc.constantFrom<Trouble>('lost', 'reply-lost', 'twice'), { nil: undefined });

/** The store as seen through a scheduler: every call waits for its turn, before and after. */
const scheduled = (store: EventStore, s: fc.Scheduler): EventStore => ({
  ...store,
  append: async (...call) => {
    await s.schedule(Promise.resolve(), 'append');
    const outcome = await store.append(...call);
    await s.schedule(Promise.resolve(), 'reply');
    return outcome;
  },
  async *read(...call) {
    await s.schedule(Promise.resolve(), 'read');
    yield* store.read(...call);
    await s.schedule(Promise.resolve(), 'read to the end');
  },
});

const commandOf = (event: RecordedEvent): string => (event.metadata as { commandId: string }).commandId;

const expectOnce = (told: Told, events: readonly RecordedEvent[]): void => {
  const written = events.filter((event) => commandOf(event) === told.commandId);
  const recorded = told.answers.filter((answer) => answer.kind === 'recorded');
  const acknowledged = recorded.find(({ changed }) => changed);
  expect([0, told.amounts.length]).toContain(written.length);
  if (acknowledged === undefined) return;
  expect(written.map(({ data }) => data)).toEqual(told.amounts.map((amount) => ({ amount })));
  expect(written.at(-1)?.revision).toBe(acknowledged.revision);
  expect(written.at(-1)?.position.commit).toBe(acknowledged.position);
  expect(written.map(({ revision }) => revision)).toEqual(
    told.amounts.map((_, index) => acknowledged.revision - BigInt(told.amounts.length - 1 - index)),
  );
  // once acknowledged, always the same answer
  expect(new Set(recorded.map(({ revision }) => revision)).size).toBe(1);
};

const expectLegal = (events: readonly RecordedEvent[]): void => {
  expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => BigInt(index)));
  const total = events.reduce((sum, { data }) => sum + (data as { amount: number }).amount, 0);
  expect(total).toBeLessThanOrEqual(LIMIT);
};

describe('many writers over stores that lose appends and replies', () => {
  it('record every acknowledged command exactly once, without gaps', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(writing, { minLength: 2, maxLength: 6 }),
        fc.array(trouble, { maxLength: 12 }),
        async (s, writings, troubles) => {
          const memory = inMemoryStore();
          const next = inOrderOrNone(troubles);
          const handlers = [0, 1].map(() =>
            commandHandler({
              store: scheduled(troubled(memory, next).store, s),
              maxRetries: 1,
              maxAttempts: 12,
            }),
          );
          const said = writings.map(async (one, index): Promise<Told> => {
            const commandId = v5(String(index), NAMESPACE);
            const header = headerOf(one, commandId);
            const answers: Handled[] = [];
            for (let n = 0; n < one.says; n += 1) {
              const handler = handlers[(index + n) % handlers.length];
              const answer = await handler?.handle(
                adding(STREAMS[one.stream] ?? '', one.amounts, { header }),
              );
              if (answer !== undefined) answers.push(answer);
            }
            return { ...one, commandId, answers };
          });
          const told = await s.waitFor(Promise.all(said));

          for (const [index, id] of STREAMS.entries()) {
            const events = await all(memory.read(counterStream(id)));
            expectLegal(events);
            for (const one of told.filter(({ stream }) => stream === index)) expectOnce(one, events);
            expect(await verifyChain(memory, counterStream(id))).toMatchObject({ kind: 'whole' });
          }
        },
      ),
      { numRuns: atLength({ ci: 300, soak: 5_000 }) },
    );
  });
});

const inOrderOrNone = (troubles: readonly (Trouble | undefined)[]) => {
  const left = [...troubles];
  return () => left.shift();
};
