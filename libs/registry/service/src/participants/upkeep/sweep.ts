import type { EventStore } from '@benkan/event-store';
import { findParticipants } from '@benkan/registry-read-model';
import { participants } from '../../aggregates';
import type { Upkeeping } from './complete-erasures';

/** How long what was sealed may wait for its event. */
export const PATIENCE_MS = 24 * 3_600_000;

const BATCH = 500;

const batched = async function* (refs: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let batch: string[] = [];
  for await (const ref of refs) {
    batch.push(ref);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
};

const sweepPeople = async (context: Upkeeping, from: Date, before: Date): Promise<number> => {
  let swept = 0;
  for await (const refs of batched(context.vault.peopleSealed(from, before))) {
    const listed = await findParticipants(context.participants.current(), refs);
    const known = new Set(listed.map(({ id }) => id));
    for (const ref of refs.filter((each) => !known.has(each))) {
      // the view may lag behind the history, the history does not
      const { state } = await context.current(participants, ref);
      if (state.status === 'unknown' && (await context.vault.forgetPerson(ref, before))) swept += 1;
    }
  }
  return swept;
};

const textRefsIn = function* (value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  const textRef: unknown = Reflect.get(value, 'textRef');
  if (typeof textRef === 'string') yield textRef;
  for (const inner of Object.values(value)) yield* textRefsIn(inner);
};

/** Takes away every reference that some event, of whatever service, speaks of. */
const withoutTold = async (store: EventStore, refs: Set<string>): Promise<ReadonlySet<string>> => {
  const over = new AbortController();
  let complete = false;
  for await (const item of store.subscribe({ signal: over.signal })) {
    if (item.kind === 'event') for (const ref of textRefsIn(item.event.data)) refs.delete(ref);
    complete = item.kind === 'caught-up';
    if (complete || refs.size === 0) over.abort();
  }
  // half a history tells nothing about what nobody speaks of
  return complete ? refs : new Set();
};

const sweepTexts = async ({ vault, store }: Upkeeping, from: Date, before: Date): Promise<number> => {
  const candidates = new Set<string>();
  for await (const ref of vault.textsSealed(from, before)) candidates.add(ref);
  if (candidates.size === 0) return 0;
  const orphans = await withoutTold(store, candidates);
  for (const ref of orphans) await vault.forgetText(ref);
  return orphans.size;
};

export type Swept = { readonly people: number; readonly texts: number };

/** What was sealed and never became an event: removed after 24 hours. `from`: up to where an earlier sweep went. */
export const sweep = async (context: Upkeeping, from: Date): Promise<Swept & { readonly upTo: Date }> => {
  const upTo = new Date(context.now().getTime() - PATIENCE_MS);
  const people = await sweepPeople(context, from, upTo);
  return { people, texts: await sweepTexts(context, from, upTo), upTo };
};
