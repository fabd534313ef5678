import type { Position, RecordedEvent } from '@benkan/event-store';
import { eventName, incomingOf, keyedBy, type Incoming } from '../incoming';
import { LeaseLost } from '../lease';
import { generationOf, type Projection } from '../projection';
import type { ParkedEvent } from '../view-store';
import type { OperatorOptions, Poison, RetryOutcome, UnknownSlice, Interrupted } from './operations';
import { poisonOf, refold } from './refold';
import type { Holding } from './under-lease';

export type Retried = Exclude<RetryOutcome, UnknownSlice | Interrupted>;

const PAGE = 200;

/** All parked events of a stream, by revision. */
export const parkedOn = async (
  { views }: OperatorOptions,
  generation: string,
  stream: string,
): Promise<readonly ParkedEvent[]> => {
  const all: ParkedEvent[] = [];
  let after: string | undefined;
  do {
    const page = await views.parked(generation, { stream, limit: PAGE, ...(after && { after }) });
    all.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return all;
};

/** The documents the parked events concern, or the first that still cannot be folded. */
const keysOf = async (
  { store }: OperatorOptions,
  projection: Projection,
  parked: readonly ParkedEvent[],
  readable: (recorded: RecordedEvent) => Incoming | undefined,
): Promise<ReadonlySet<string> | Poison> => {
  const [first, last] = [parked[0], parked.at(-1)];
  const keys = new Set<string>();
  if (first === undefined || last === undefined) return keys;
  for await (const recorded of store.read(first.stream, { from: first.revision })) {
    if (recorded.revision > last.revision) break;
    const event = readable(recorded);
    if (event === undefined) continue;
    const keyed = keyedBy(projection)(event);
    if (keyed.kind === 'poison') return poisonOf(recorded, keyed.reason);
    for (const key of keyed.keys) keys.add(key);
  }
  return keys;
};

// what was parked only for what came before it is now known to be poison itself
const told = async (
  { views }: OperatorOptions,
  generation: string,
  parked: readonly ParkedEvent[],
  poison: Poison,
): Promise<Poison> => {
  const event = parked.find(({ revision }) => revision === poison.revision);
  if (event?.stream === poison.stream) await views.park({ ...event, generation, reason: poison.reason });
  return poison;
};

/** Folds the parked events of one stream in their turn; all of them, or nothing is changed. */
export const retryHeld = async (
  options: OperatorOptions,
  projection: Projection,
  { record, lease }: Holding,
  stream: string,
): Promise<Retried> => {
  const { views, store, slices } = options;
  const generation = generationOf(record.slice, record.active);
  if (!(await views.claim(generation, lease.epoch))) throw new LeaseLost(record.slice);
  const upTo: Position | undefined = (await views.checkpoints([generation])).get(generation);
  const parked = await parkedOn(options, generation, stream);
  if (parked.length === 0 || upTo === undefined) return { kind: 'not-parked' };

  const discarded = new Set((await views.discarded(record.slice)).map(eventName));
  const streams = await views.parkedStreams(generation);
  const ours = incomingOf(slices.aggregates, slices.read);
  const readable = (recorded: RecordedEvent) =>
    discarded.has(eventName(recorded)) ? undefined : ours(recorded);
  const isParkedElsewhere = (recorded: RecordedEvent): boolean => {
    const first = recorded.stream === stream ? undefined : streams.get(recorded.stream);
    return first !== undefined && recorded.revision >= first;
  };

  const keys = await keysOf(options, projection, parked, readable);
  if ('kind' in keys) return told(options, generation, parked, keys);
  const refolded = await refold({
    ...{ store, projection, incoming: readable, keys, upTo },
    skip: isParkedElsewhere,
  });
  if (refolded.kind === 'poison') return told(options, generation, parked, refolded);
  if (!lease.held()) throw new LeaseLost(record.slice);
  await views.overwrite(generation, refolded.documents);
  await views.unpark(generation, stream);
  const events = parked.filter((event) => !discarded.has(eventName(event))).length;
  return { kind: 'retried', events, documents: refolded.documents.length };
};
