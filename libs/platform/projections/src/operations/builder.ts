import type { Position, RecordedEvent } from '@benkan/event-store';
import { documentCache } from '../document-cache';
import { foldOne } from '../fold';
import { eventName, incomingOf, keyedBy, type Keyed } from '../incoming';
import { isAfter } from '../position';
import type { Projection } from '../projection';
import type { ViewDocument } from '../view-store';
import { history } from './history';
import type { Interrupted, OperatorOptions, Poison } from './operations';
import { poisonOf } from './refold';

export type BuilderOptions = OperatorOptions & {
  readonly projection: Projection;
  /** The generation to build: `meetings__v1__g2`. */
  readonly name: string;
  readonly epoch: number;
  /** Where a builder before left off. */
  readonly from: Position | undefined;
  readonly discarded: ReadonlySet<string>;
  readonly onBatch?: (events: number, position: Position) => void;
};

type Keying = { readonly recorded: RecordedEvent; readonly keyed: Keyed };

const BATCH = 2_000;
const BYTES_IN_MEMORY = 24 * 1024 * 1024;
const BATCHES_A_CHECKPOINT = 5;

class Fenced extends Error {}

/**
 * Folds history into one generation: a bounded number of documents in memory, one write under way while the next
 * batch is read and folded, a checkpoint now and then behind what is written. Goes on from where it is.
 */
export const builder = (options: BuilderOptions) => {
  const { store, views, slices, projection, name, epoch, discarded, signal } = options;
  const { batchSize = BATCH, cacheSize, onBatch = () => undefined } = options;
  const incoming = incomingOf(slices.aggregates, slices.read);
  const keyed = keyedBy(projection);
  // while nothing was left behind by another or put out, what is not in memory does not exist
  let allInMemory = options.from === undefined;
  const cache = documentCache({
    mostBytes: BYTES_IN_MEMORY,
    mostDocuments: cacheSize,
    onMissing: () => {
      allInMemory = false;
    },
  });
  let underWay = new Map<string, ViewDocument>();
  let writing: Promise<void> = Promise.resolve();
  let position = options.from;
  let [events, batches] = [0, 0];

  const saveCheckpoint = async () => {
    if (position === undefined) return;
    if (!(await views.saveCheckpoint(name, position, epoch))) throw new Fenced();
  };

  const written = async () => {
    await writing;
    underWay = new Map();
  };

  const write = async (dirty: Map<string, ViewDocument>, upTo: Position) => {
    await written();
    // everything up to here lies in the store now
    batches += 1;
    if (batches % BATCHES_A_CHECKPOINT === 0) await saveCheckpoint();
    underWay = dirty;
    cache.keep(dirty.values());
    writing = dirty.size === 0 ? Promise.resolve() : views.save(name, [...dirty.values()]);
    // told by whoever waits for it next
    writing.catch(() => undefined);
    position = upTo;
  };

  const known = (key: string): ViewDocument | undefined => underWay.get(key) ?? cache.get(key);

  const documentsFor = async (items: readonly Keying[]): Promise<Map<string, ViewDocument>> => {
    const keys = new Set(items.flatMap((item) => (item.keyed.kind === 'event' ? item.keyed.keys : [])));
    const documents = new Map<string, ViewDocument>();
    const missing: string[] = [];
    for (const key of keys) {
      const document = known(key);
      if (document === undefined) missing.push(key);
      else documents.set(key, document);
    }
    if (allInMemory || missing.length === 0) return documents;
    for (const [key, document] of await views.load(name, missing)) documents.set(key, document);
    return documents;
  };

  const keyings = (batch: readonly RecordedEvent[]): readonly Keying[] =>
    batch.flatMap((recorded) => {
      const isDiscarded = discarded.size > 0 && discarded.has(eventName(recorded));
      const event = isDiscarded ? undefined : incoming(recorded);
      return event === undefined ? [] : [{ recorded, keyed: keyed(event) }];
    });

  /** Folds a batch as far as it can be folded, and has it written. */
  const fold = async (batch: readonly RecordedEvent[], upTo: Position): Promise<Poison | undefined> => {
    const items = keyings(batch);
    const documents = await documentsFor(items);
    const dirty = new Map<string, ViewDocument>();
    let reached = position;
    for (const item of items) {
      const folded = foldOne(projection, item.keyed, documents);
      if (folded.kind === 'poison') {
        if (reached !== undefined) await write(dirty, reached);
        return poisonOf(item.recorded, folded.reason);
      }
      for (const document of folded.documents) {
        documents.set(document.key, document);
        dirty.set(document.key, document);
      }
      reached = item.recorded.position;
    }
    events += batch.length;
    await write(dirty, upTo);
    onBatch(events, upTo);
    return undefined;
  };

  const foldAll = async (upTo: Position | undefined): Promise<Poison | undefined> => {
    let batch: RecordedEvent[] = [];
    for await (const event of history(store, { from: position, upTo, signal })) {
      batch.push(event);
      if (batch.length < batchSize) continue;
      const poison = await fold(batch, event.position);
      if (poison) return poison;
      batch = [];
    }
    const last = batch.at(-1);
    return last === undefined ? undefined : fold(batch, last.position);
  };

  /** What was said, written; then the rest of the way, where nothing of ours lies. */
  const settleAt = async (upTo: Position | undefined) => {
    await written();
    if (upTo !== undefined && isAfter(upTo, position)) position = upTo;
    await saveCheckpoint();
  };

  /** Builds up to a position, or to the end of what is stored; everything it says is written. */
  const build = async (upTo?: Position): Promise<Poison | Interrupted | { readonly kind: 'built' }> => {
    try {
      const poison = await foldAll(upTo);
      const isWhole = poison === undefined && signal?.aborted !== true;
      await settleAt(isWhole ? upTo : undefined);
      return poison ?? { kind: isWhole ? 'built' : 'interrupted' };
    } catch (error) {
      if (error instanceof Fenced) return { kind: 'interrupted' };
      throw error;
    }
  };

  return { build, position: () => position, events: () => events };
};

export type Builder = ReturnType<typeof builder>;
