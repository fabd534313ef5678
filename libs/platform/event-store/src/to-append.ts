import { createHash } from 'node:crypto';
import { v5 } from 'uuid';
import type { Fact } from '@benkan/kernel';
import type { Aggregate, CommandHeader } from './aggregate';
import { type Canonical, canonicalJson, canonicalObject, keepSerialised } from './canonical';
import type { EventToAppend, JsonObject } from './event-store';

type Chain = { readonly revision: bigint; readonly hash: string | null };

/** A stream of an aggregate, as far as it was written. */
export type Tail = Chain & { readonly stream: string; readonly versions: Aggregate<never, Fact>['versions'] };

type Hashed = Omit<EventToAppend, 'data' | 'metadata'> & Canonical;

const metadataOf = (header: CommandHeader, schemaVersion: number, prevHash: string | null): JsonObject => ({
  commandId: header.commandId,
  commandHash: header.commandHash,
  $correlationId: header.correlationId,
  $causationId: header.causationId,
  actor: header.actor,
  at: header.at,
  ...(header.occurredOn === undefined ? {} : { occurredOn: header.occurredOn }),
  schemaVersion,
  prevHash,
});

// the canonical form of these six keys, in their order, around texts that are canonical already
const hashOf = (stream: string, revision: bigint, { id, type, data, metadata }: Hashed): string =>
  createHash('sha256')
    .update(`{"data":${data},"id":${JSON.stringify(id)},"metadata":${metadata},`)
    .update(`"revision":"${revision}","stream":${JSON.stringify(stream)},"type":${JSON.stringify(type)}}`)
    .digest('hex');

/** SHA-256 over the canonical bytes of an event and its metadata without `hash`; chained per stream by `prevHash`. */
export const chainHash = (stream: string, revision: bigint, event: EventToAppend): string =>
  hashOf(stream, revision, {
    id: event.id,
    type: event.type,
    data: canonicalJson(event.data) ?? '',
    metadata: canonicalJson(event.metadata) ?? '',
  });

const versionOf = (versions: Tail['versions'], type: string): number => {
  const version = versions[type];
  // what no contract describes could never be read again
  if (version === undefined) throw new TypeError(`no contract describes ${type}`);
  return version;
};

const chained = (event: EventToAppend, stream: string, revision: bigint): EventToAppend => {
  try {
    const data = canonicalObject(event.data);
    const hash = hashOf(stream, revision, { ...event, data, metadata: canonicalObject(event.metadata) });
    const whole = { ...event, metadata: { ...event.metadata, hash } };
    return keepSerialised(whole, { data, metadata: canonicalObject(whole.metadata) });
  } catch {
    // not to be said in JSON: the store refuses it, with the reason
    return { ...event, metadata: { ...event.metadata, hash: '' } };
  }
};

/** The facts of one command as events: ids from the command, each chained to the one before. */
export const toAppend = (
  { stream, revision, hash, versions }: Tail,
  header: CommandHeader,
  facts: readonly Fact[],
): EventToAppend[] => {
  let prevHash = hash;
  return facts.map(({ type, data }, index) => {
    const event: EventToAppend = {
      id: v5(String(index), header.commandId),
      type,
      data: data as JsonObject,
      metadata: metadataOf(header, versionOf(versions, type), prevHash),
    };
    const link = chained(event, stream, revision + 1n + BigInt(index));
    prevHash = String(link.metadata['hash']);
    return link;
  });
};
