import type { EventStore, Position, RecordedEvent } from '@benkan/event-store';
import { foldOne } from '../fold';
import { keyedBy, type Incoming, type Keyed } from '../incoming';
import type { Projection } from '../projection';
import type { ViewDocument } from '../view-store';
import { history } from './history';
import type { Poison } from './operations';

export type RefoldOptions = {
  readonly store: EventStore;
  readonly projection: Projection;
  readonly incoming: (recorded: RecordedEvent) => Incoming | undefined;
  /** The documents to fold anew. */
  readonly keys: ReadonlySet<string>;
  readonly upTo: Position;
  readonly skip: (recorded: RecordedEvent) => boolean;
};

export const poisonOf = ({ stream, revision, type }: RecordedEvent, reason: string): Poison => ({
  ...{ kind: 'poison', stream, revision, type, reason },
});

const among = (keyed: Keyed, keys: ReadonlySet<string>): Keyed =>
  keyed.kind === 'event' ? { ...keyed, keys: keyed.keys.filter((key) => keys.has(key)) } : keyed;

/**
 * Some documents from the beginning, with every event of every stream in its turn: what a document has seen of
 * other streams meanwhile cannot be undone, so an event that comes late is not simply added at the end.
 */
export const refold = async (
  options: RefoldOptions,
): Promise<{ readonly kind: 'refolded'; readonly documents: readonly ViewDocument[] } | Poison> => {
  const { store, projection, incoming, keys, upTo, skip } = options;
  const documents = new Map<string, ViewDocument>();
  const keyed = keyedBy(projection);
  if (keys.size === 0) return { kind: 'refolded', documents: [] };
  for await (const recorded of history(store, { upTo })) {
    const event = skip(recorded) ? undefined : incoming(recorded);
    if (event === undefined) continue;
    const folded = foldOne(projection, among(keyed(event), keys), documents);
    if (folded.kind === 'poison') return poisonOf(recorded, folded.reason);
    for (const document of folded.documents) documents.set(document.key, document);
  }
  return { kind: 'refolded', documents: [...documents.values()] };
};
