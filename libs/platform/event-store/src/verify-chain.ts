import type { EventStore, JsonObject, RecordedEvent } from './event-store';
import { chainHash } from './to-append';

type Break = 'missing-event' | 'no-chain' | 'another-predecessor' | 'altered';
type Head = { readonly revision: bigint; readonly hash: string | null };

export type ChainCheck =
  /** `hash` is the head, to compare with one kept elsewhere; -1 and null for a stream without events. */
  | ({ readonly kind: 'whole' } & Head)
  /** `revision` is the first at which the chain does not hold. */
  | { readonly kind: 'broken'; readonly revision: bigint; readonly reason: Break };

const metadataOf = ({ metadata }: RecordedEvent): JsonObject =>
  typeof metadata === 'object' && metadata !== null ? (metadata as JsonObject) : {};

const breakIn = (event: RecordedEvent, before: Head): Break | undefined => {
  const { hash, ...metadata } = metadataOf(event);
  if (event.revision !== before.revision + 1n) return 'missing-event';
  if (typeof hash !== 'string') return 'no-chain';
  if (metadata['prevHash'] !== before.hash) return 'another-predecessor';
  const { stream, revision, id, type } = event;
  const computed = chainHash(stream, revision, { id, type, data: event.data as JsonObject, metadata });
  return computed === hash ? undefined : 'altered';
};

/**
 * Reads a stream from its beginning and recomputes its hashes. Whoever rewrites a stream to its end is noticed
 * only by comparing the head with an earlier one. Throws `StoreUnavailable`.
 */
export const verifyChain = async (store: EventStore, stream: string): Promise<ChainCheck> => {
  let head: Head = { revision: -1n, hash: null };
  for await (const event of store.read(stream)) {
    const reason = breakIn(event, head);
    if (reason !== undefined) return { kind: 'broken', revision: event.revision, reason };
    head = { revision: event.revision, hash: String(metadataOf(event)['hash']) };
  }
  return { kind: 'whole', ...head };
};
