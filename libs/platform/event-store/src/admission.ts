import { type Canonical, canonicalObject, serialisedBefore } from './canonical';
import { type AppendOutcome, type EventToAppend, MAX_APPEND_BYTES, MAX_EVENT_BYTES } from './event-store';

/** An event in the form in which it is written: RFC 8785 texts that nobody can change any more. */
export type AdmittedEvent = {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
  readonly bytes: number;
};

export type Admission =
  | { readonly kind: 'admitted'; readonly events: readonly AdmittedEvent[]; readonly bytes: number }
  | Extract<AppendOutcome, { kind: 'refused' }>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const textsOf = (event: EventToAppend): Canonical =>
  serialisedBefore(event) ?? {
    data: canonicalObject(event.data),
    metadata: canonicalObject(event.metadata),
  };

const admitEvent = (event: EventToAppend): AdmittedEvent => {
  const id = event.id.toLowerCase();
  if (!UUID.test(id)) throw new TypeError(`${event.id} is not a UUID`);
  if (event.type === '') throw new TypeError('an event needs a type');
  const { data, metadata } = textsOf(event);
  const bytes = Buffer.byteLength(data) + Buffer.byteLength(metadata);
  return { id, type: event.type, data, metadata, bytes };
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
