import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { v5 } from 'uuid';
import type { Fact } from '@benkan/kernel';
import type { CommandHeader } from './aggregate';
import type { EventToAppend, JsonObject } from './event-store';

/** RFC 8785 bytes; undefined where a value cannot be said in JSON. */
export const canonicalJson = (value: unknown): string | undefined => {
  try {
    return canonicalize(value);
  } catch {
    return undefined;
  }
};

type Chain = { readonly revision: bigint; readonly hash: string | null };

const metadataOf = (header: CommandHeader, prevHash: string | null): JsonObject => ({
  commandId: header.commandId,
  commandHash: header.commandHash,
  $correlationId: header.correlationId,
  $causationId: header.causationId,
  actor: header.actor,
  at: header.at,
  ...(header.occurredOn === undefined ? {} : { occurredOn: header.occurredOn }),
  schemaVersion: 1,
  prevHash,
});

/** SHA-256 over the canonical bytes of an event and its metadata without `hash`; chained per stream by `prevHash`. */
export const chainHash = (stream: string, revision: bigint, event: EventToAppend): string =>
  createHash('sha256')
    .update(
      canonicalJson({
        stream,
        revision: revision.toString(),
        id: event.id,
        type: event.type,
        data: event.data,
        metadata: event.metadata,
      }) ?? '',
    )
    .digest('hex');

/** The facts of one command as events: ids from the command, each chained to the one before. */
export const toAppend = (
  stream: string,
  after: Chain,
  header: CommandHeader,
  facts: readonly Fact[],
): EventToAppend[] => {
  let prevHash = after.hash;
  return facts.map((fact, index) => {
    const event = {
      id: v5(String(index), header.commandId),
      type: fact.type,
      data: fact.data as JsonObject,
      metadata: metadataOf(header, prevHash),
    };
    prevHash = chainHash(stream, after.revision + 1n + BigInt(index), event);
    return { ...event, metadata: { ...event.metadata, hash: prevHash } };
  });
};
