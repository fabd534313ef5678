import canonicalize from 'canonicalize';
import {
  type AppendOutcome,
  type EventToAppend,
  type JsonObject,
  MAX_APPEND_BYTES,
  MAX_EVENT_BYTES,
} from './event-store';

/** An event in the form in which it is written: a copy of its own, in canonical key order. */
export type AdmittedEvent = EventToAppend & { readonly bytes: number };

export type Admission =
  | { readonly kind: 'admitted'; readonly events: readonly AdmittedEvent[]; readonly bytes: number }
  | Extract<AppendOutcome, { kind: 'refused' }>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Canonical = { readonly value: JsonObject; readonly bytes: number };

const canonical = (value: JsonObject): Canonical => {
  const text = canonicalize(value) ?? '';
  const copy: unknown = JSON.parse(text);
  if (typeof copy !== 'object' || copy === null || Array.isArray(copy))
    throw new TypeError('not a JSON object');
  return { value: copy as JsonObject, bytes: Buffer.byteLength(text) };
};

const admitEvent = (event: EventToAppend): AdmittedEvent => {
  const id = event.id.toLowerCase();
  if (!UUID.test(id)) throw new TypeError(`${event.id} is not a UUID`);
  const data = canonical(event.data);
  const metadata = canonical(event.metadata);
  return {
    id,
    type: event.type,
    data: data.value,
    metadata: metadata.value,
    bytes: data.bytes + metadata.bytes,
  };
};

const refused = (code: Extract<AppendOutcome, { kind: 'refused' }>['code'], detail: string): Admission => ({
  kind: 'refused',
  code,
  detail,
});

/**
 * What every store checks before it writes: something to write, JSON in RFC 8785 form, `MAX_EVENT_BYTES`, `MAX_APPEND_BYTES`.
 * Never throws.
 */
export const admit = (proposed: readonly EventToAppend[]): Admission => {
  if (proposed.length === 0) return refused('nothing-to-append', 'an append needs at least one event');
  const events: AdmittedEvent[] = [];
  for (const [index, event] of proposed.entries()) {
    try {
      events.push(admitEvent(event));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return refused('not-serialisable', `event ${index}: ${reason}`);
    }
  }
  const large = events.findIndex((event) => event.bytes > MAX_EVENT_BYTES);
  if (large >= 0) return refused('event-too-large', `event ${large} has ${events[large]?.bytes} bytes`);
  const bytes = events.reduce((sum, event) => sum + event.bytes, 0);
  if (bytes > MAX_APPEND_BYTES) return refused('append-too-large', `the events have ${bytes} bytes`);
  return { kind: 'admitted', events, bytes };
};
