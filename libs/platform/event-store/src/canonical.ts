import canonicalize from 'canonicalize';
import type { EventToAppend } from './event-store';

/** The RFC 8785 texts of an event. */
export type Canonical = { readonly data: string; readonly metadata: string };

/** RFC 8785 bytes; undefined where a value cannot be said in JSON. */
export const canonicalJson = (value: unknown): string | undefined => {
  try {
    return canonicalize(value);
  } catch {
    return undefined;
  }
};

/** The RFC 8785 text of an object. Throws where the value or a part of it cannot be said in JSON. */
export const canonicalObject = (value: unknown): string => {
  const text = canonicalize(value) ?? '';
  const read: unknown = JSON.parse(text);
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new TypeError('not a JSON object');
  return text;
};

// an event we built ourselves is serialised once: for its hash, for its size and for the wire
const serialised = new WeakMap<EventToAppend, Canonical>();

export const keepSerialised = (event: EventToAppend, texts: Canonical): EventToAppend => {
  serialised.set(event, texts);
  return event;
};

export const serialisedBefore = (event: EventToAppend): Canonical | undefined => serialised.get(event);
