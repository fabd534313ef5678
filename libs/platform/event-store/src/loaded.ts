import type { Fact } from '@benkan/kernel';
import type { Aggregate, CommandHeader } from './aggregate';
import { serialisedBefore } from './canonical';
import type { AppendOutcome, EventStore, EventToAppend, RecordedEvent } from './event-store';

export type LedgerEntry = { readonly hash: string; readonly revision: bigint; readonly position: bigint };

/** A folded stream: the state, where it ends, and which commands it has already heard. */
export type Loaded<State> = {
  readonly state: State;
  /** -1 for a stream without events. */
  readonly revision: bigint;
  readonly position: bigint;
  readonly hash: string | null;
  /** Grows with the stream and is shared by its states: what was heard stays heard, whoever read it. */
  readonly ledger: Map<string, LedgerEntry>;
  /** Bytes of the events folded, for the cache's budget. */
  readonly bytes: number;
};

export class UnreadableHistory extends Error {
  readonly code = 'unreadable-history';
}

// about what an event's metadata and its entry in the ledger take
const METADATA_BYTES = 400;

type Metadata = {
  readonly commandId: string;
  readonly commandHash: string;
  readonly schemaVersion: number;
  readonly hash: string;
};

const FIELDS: Readonly<Record<keyof Metadata, string>> = {
  commandId: 'string',
  commandHash: 'string',
  schemaVersion: 'number',
  hash: 'string',
};

const isMetadata = (metadata: unknown): metadata is Metadata =>
  typeof metadata === 'object' &&
  metadata !== null &&
  Object.entries(FIELDS).every(([field, type]) => typeof Reflect.get(metadata, field) === type);

const unreadable = ({ stream, revision }: RecordedEvent, reason: string): UnreadableHistory =>
  new UnreadableHistory(`${stream}@${revision}: ${reason}`);

const metadataOf = (event: RecordedEvent): Metadata => {
  if (isMetadata(event.metadata)) return event.metadata;
  throw unreadable(event, 'metadata');
};

// what throws while it is read or folded is as unreadable as what does not fit its schema
const evolved = <State, F extends Fact>(
  { read, fold }: Aggregate<State, F>,
  state: State,
  event: RecordedEvent,
  version: number,
): State => {
  try {
    const decoded = read(event.type, version, event.data);
    if (decoded.kind === 'fact') return fold.evolve(state, decoded.fact);
    throw unreadable(event, decoded.reason);
  } catch (error) {
    throw error instanceof UnreadableHistory ? error : unreadable(event, 'fold');
  }
};

export const emptyOf = <State, F extends Fact>({ fold }: Aggregate<State, F>): Loaded<State> => ({
  state: fold.initial,
  revision: -1n,
  position: 0n,
  hash: null,
  ledger: new Map(),
  bytes: 0,
});

const step = <State, F extends Fact>(
  aggregate: Aggregate<State, F>,
  before: Loaded<State>,
  event: RecordedEvent,
): Loaded<State> => {
  const metadata = metadataOf(event);
  const state = evolved(aggregate, before.state, event, metadata.schemaVersion);
  const { revision } = event;
  const position = event.position.commit;
  before.ledger.set(metadata.commandId, { hash: metadata.commandHash, revision, position });
  const bytes = before.bytes + METADATA_BYTES + JSON.stringify(event.data).length;
  return { state, revision, position, hash: metadata.hash, ledger: before.ledger, bytes };
};

/** What a stream says after `before`. The same value when it says nothing new. */
export const catchUp = async <State, F extends Fact>(
  store: EventStore,
  aggregate: Aggregate<State, F>,
  stream: string,
  before: Loaded<State>,
): Promise<Loaded<State>> => {
  let loaded = before;
  for await (const event of store.read(stream, { from: before.revision + 1n }))
    loaded = step(aggregate, loaded, event);
  return loaded;
};

export type Append<F extends Fact> = {
  readonly facts: readonly F[];
  readonly events: readonly EventToAppend[];
  readonly header: CommandHeader;
  readonly outcome: Extract<AppendOutcome, { kind: 'committed' }>;
};

/** The stream after an append of our own, without reading it back. */
export const moved = <State, F extends Fact>(
  { fold }: Aggregate<State, F>,
  before: Loaded<State>,
  { facts, events, header, outcome }: Append<F>,
): Loaded<State> => {
  const { revision, position } = outcome;
  before.ledger.set(header.commandId, { hash: header.commandHash, revision, position: position.commit });
  return {
    state: facts.reduce(fold.evolve, before.state),
    revision,
    position: position.commit,
    hash: String(events.at(-1)?.metadata['hash']),
    ledger: before.ledger,
    bytes: events.reduce(
      (sum, event) => sum + METADATA_BYTES + (serialisedBefore(event)?.data.length ?? 0),
      before.bytes,
    ),
  };
};
