import type { AppendOutcome } from '@benkan/event-store';

export const unknown = (detail: string): AppendOutcome => ({ kind: 'unknown', detail });

const certain = (detail: string): Readonly<Record<string, AppendOutcome>> => ({
  'event_store.client.WrongExpectedVersion': { kind: 'conflict' },
  'event_store.client.StreamDeleted': { kind: 'refused', code: 'stream-deleted', detail },
  'event_store.client.MaximumAppendSizeExceeded': { kind: 'refused', code: 'append-too-large', detail },
});

/** What a "no" of the store means, by the name of its details: what is not certain may have been written. */
export const outcomeOfRefusal = (name: string, message: string): AppendOutcome => {
  const detail = message || name || 'refused without a reason';
  if (message.includes('storage-full')) return { kind: 'refused', code: 'storage-full', detail };
  return certain(detail)[name] ?? unknown(detail);
};
