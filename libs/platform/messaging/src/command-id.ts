import { v5 } from 'uuid';

/** Namespace of the identities this platform derives. */
const BENKAN = '6f1c9a52-3f0e-5b8b-9d3a-0b1f6f2f6a10';

/** The identity of a command: one caller's key never meets another's. `caller` is issuer and subject. */
export const commandIdOf = (caller: string, wireName: string, idempotencyKey: string): string =>
  v5(`${caller}|${wireName}|${idempotencyKey.toLowerCase()}`, BENKAN);

/** An identity derived from what a thing is; never from a name or a phone. */
export const derivedId = (...parts: readonly string[]): string => v5(parts.join('|'), BENKAN);
