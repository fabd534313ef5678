import { randomUUID } from 'node:crypto';
import { type EventStoreDBClient, START } from '@eventstore/db-client';
import type { EventToAppend } from '@benkan/event-store';

/** One stream and what is known of it. */
export type Writer = {
  readonly stream: string;
  readonly acknowledged: string[];
  revision: bigint;
  /** Sent, and nobody knows whether it was written. */
  pending: readonly EventToAppend[];
};

export const newWriter = (): Writer => ({
  stream: `crash-${randomUUID()}`,
  acknowledged: [],
  revision: -1n,
  pending: [],
});

/** Everything in the log, in its order; its positions must rise. */
export const allIds = async (client: EventStoreDBClient): Promise<Map<string, string[]>> => {
  const byStream = new Map<string, string[]>();
  let before = -1n;
  for await (const { event } of client.readAll({ fromPosition: START })) {
    if (!event) throw new Error('a read gave no event');
    expect(event.position.commit).toBeGreaterThan(before);
    before = event.position.commit;
    const ids = byStream.get(event.streamId) ?? [];
    byStream.set(event.streamId, ids);
    expect(event.revision).toBe(BigInt(ids.length));
    ids.push(event.id);
  }
  return byStream;
};
