import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { atLength } from '@benkan/testing';
import { canonicalJson } from './canonical';
import { adding, counterStream } from './counter.examples';
import type { EventStore, RecordedEvent } from './event-store';
import { commandHandler } from './handle';
import { inMemoryStore } from './in-memory';
import { all } from './store.examples';
import { verifyChain } from './verify-chain';

const LENGTH = 5;
const ID = randomUUID();

let events: readonly RecordedEvent[];
beforeAll(async () => {
  const store = inMemoryStore();
  const { handle } = commandHandler({ store });
  for (let n = 1; n <= LENGTH; n += 1) await handle(adding(ID, [n]));
  events = await all(store.read(counterStream(ID)));
});

/** A store whose stream was rewritten. */
const holding = (rewritten: readonly RecordedEvent[]): EventStore => ({
  ...inMemoryStore(),
  async *read() {
    yield* rewritten;
  },
});
const checked = (rewritten: readonly RecordedEvent[]) => verifyChain(holding(rewritten), counterStream(ID));

/** What a reader finds when one byte of the stored text is another one: often no JSON any more. */
const withByte = (text: string, at: number, bit: number): unknown => {
  const bytes = Buffer.from(text);
  const index = at % bytes.length;
  bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
  const changed = bytes.toString();
  try {
    return JSON.parse(changed) as unknown;
  } catch {
    return changed;
  }
};

const runs = { numRuns: atLength({ ci: 500, soak: 10_000 }) };
const place = fc.nat({ max: LENGTH - 1 });

describe('the hash chain of a stream that somebody rewrote', () => {
  it('names the event of which one bit of one byte was changed, in data or metadata', async () => {
    await fc.assert(
      fc.asyncProperty(
        place,
        fc.constantFrom('data' as const, 'metadata' as const),
        fc.nat({ max: 10_000 }),
        fc.nat({ max: 7 }),
        async (which, part, at, bit) => {
          const text = JSON.stringify(events[which]?.[part]);
          const value = withByte(text, at, bit);
          // the same JSON in other bytes (a blank, a letter of an escape) says the same
          fc.pre(canonicalJson(value) !== canonicalJson(JSON.parse(text)));
          const rewritten = events.map((event, n) => (n === which ? { ...event, [part]: value } : event));
          expect(await checked(rewritten)).toMatchObject({ kind: 'broken', revision: BigInt(which) });
        },
      ),
      runs,
    );
  });

  it('names the place where events were removed, doubled or changed about, numbered anew or not', async () => {
    const order = fc.array(place, { minLength: 1, maxLength: LENGTH + 2 });
    await fc.assert(
      fc.asyncProperty(order, fc.boolean(), async (kept, anew) => {
        const rewritten = kept.flatMap((which, n) => {
          const event = events[which];
          return event ? [anew ? { ...event, revision: BigInt(n) } : event] : [];
        });
        const wrong = kept.findIndex((which, n) => which !== n);
        if (wrong < 0) {
          // cut short at the end: whole, and noticed by its head alone
          expect(await checked(rewritten)).toMatchObject({
            kind: 'whole',
            revision: BigInt(kept.length - 1),
          });
          return;
        }
        const revision = anew ? BigInt(wrong) : BigInt(kept[wrong] ?? 0);
        expect(await checked(rewritten)).toMatchObject({ kind: 'broken', revision });
      }),
      runs,
    );
  });

  it('is whole as it was written', async () => {
    expect(await checked(events)).toMatchObject({ kind: 'whole', revision: BigInt(LENGTH - 1) });
  });
});
