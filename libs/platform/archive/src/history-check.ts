import { chainHash, type JsonObject, type Position } from '@benkan/event-store';
import { inLogOrder, type ArchivedEvent } from './event-line';
import { faultAt, type Place } from './fault';
import { fingerprints } from './fingerprints';
import type { Findings } from './manifest';

type Break = Findings['broken'][number];

const REVISION_BYTES = 8;
const HASH_BYTES = 32;
const AS_BEFORE = Buffer.alloc(HASH_BYTES);
const MOST_TOLD = 100;
const HEX = /^[0-9a-f]{64}$/;

type Before = { readonly revision: bigint; readonly hash: string | null };
const NONE: Before = { revision: -1n, hash: null };

const hashOf = ({ metadata }: ArchivedEvent): string | undefined => {
  const { hash } = metadata;
  return typeof hash === 'string' && HEX.test(hash) ? hash : undefined;
};

const breakIn = (event: ArchivedEvent, before: Before): Break['reason'] | undefined => {
  const { stream, revision, id, type, data } = event;
  const { hash: _told, ...metadata } = event.metadata as JsonObject;
  const hash = hashOf(event);
  if (hash === undefined) return 'no-chain';
  if (metadata['prevHash'] !== before.hash) return 'another-predecessor';
  return chainHash(stream, revision, { id, type, data, metadata }) === hash ? undefined : 'altered';
};

/**
 * Whether events stand in the order of the log, the revisions of each stream without a gap, and which hash chains
 * do not hold. A stream costs 56 bytes and a share of the table.
 */
export const historyCheck = () => {
  const streams = fingerprints(REVISION_BYTES + HASH_BYTES);
  const broken: Break[] = [];
  let [brokenChains, events] = [0, 0];
  let last: Position | undefined;

  const beforeOf = (stream: string): Before => {
    const kept = streams.get(stream);
    if (kept === undefined) return NONE;
    const hash = kept.subarray(REVISION_BYTES);
    return { revision: kept.readBigInt64LE(0), hash: hash.equals(AS_BEFORE) ? '' : hash.toString('hex') };
  };

  const keep = (event: ArchivedEvent): void => {
    const value = Buffer.alloc(REVISION_BYTES + HASH_BYTES);
    value.writeBigInt64LE(event.revision, 0);
    value.write(hashOf(event) ?? '', REVISION_BYTES, 'hex');
    streams.set(event.stream, value);
  };

  const tell = ({ stream, revision }: ArchivedEvent, reason: Break['reason']): void => {
    brokenChains += 1;
    if (broken.length < MOST_TOLD) broken.push({ stream, revision: revision.toString(), reason });
  };

  return {
    event: (event: ArchivedEvent, place: Place): void => {
      if (last !== undefined && inLogOrder(event.position, last) <= 0)
        throw faultAt(place, 'out-of-order', 'it stands before the line above it in the log');
      const before = beforeOf(event.stream);
      if (event.revision !== before.revision + 1n)
        throw faultAt(
          place,
          'revision-gap',
          `${event.stream} goes from ${before.revision} to ${event.revision}`,
        );
      const reason = breakIn(event, before);
      if (reason !== undefined) tell(event, reason);
      keep(event);
      last = event.position;
      events += 1;
    },
    counts: () => ({ events, streams: streams.size(), brokenChains, broken, position: last }),
  };
};

export type HistoryCheck = ReturnType<typeof historyCheck>;
