import { createHash } from 'node:crypto';

const KEY_BYTES = 16;
const FIRST_CAPACITY = 1024;
const MOST_FULL = 0.7;

/** Remembers a fixed number of bytes for each of very many names, in a fixed number of bytes a name. */
export type Fingerprints = {
  readonly size: () => number;
  /** What is kept under the name; valid until the next `set`. */
  readonly get: (name: string) => Buffer | undefined;
  readonly set: (name: string, value: Uint8Array) => void;
};

/** The first 128 bits of the SHA-256 of a text. */
export const fingerprint = (text: string): Buffer =>
  createHash('sha256').update(text).digest().subarray(0, KEY_BYTES);

const keyOf = (name: string): Buffer => {
  const key = Buffer.from(fingerprint(name));
  // an empty slot is all zeros
  key[KEY_BYTES - 1] = (key[KEY_BYTES - 1] ?? 0) | 1;
  return key;
};

/** A table of fingerprints: open addressing in one buffer, doubled when it fills. */
export const fingerprints = (valueBytes: number): Fingerprints => {
  const width = KEY_BYTES + valueBytes;
  let capacity = FIRST_CAPACITY;
  let slots = Buffer.alloc(capacity * width);
  let used = 0;

  const slotOf = (key: Buffer): Buffer => {
    for (let at = key.readUInt32LE(0) % capacity; ; at = (at + 1) % capacity) {
      const slot = slots.subarray(at * width, (at + 1) * width);
      if (slot[KEY_BYTES - 1] === 0 || slot.compare(key, 0, KEY_BYTES, 0, KEY_BYTES) === 0) return slot;
    }
  };

  const grow = (): void => {
    const [old, count] = [slots, capacity];
    capacity *= 2;
    slots = Buffer.alloc(capacity * width);
    for (let at = 0; at < count; at += 1) {
      const slot = old.subarray(at * width, (at + 1) * width);
      if (slot[KEY_BYTES - 1] !== 0) slot.copy(slotOf(slot.subarray(0, KEY_BYTES)));
    }
  };

  return {
    size: () => used,
    get: (name) => {
      const slot = slotOf(keyOf(name));
      return slot[KEY_BYTES - 1] === 0 ? undefined : slot.subarray(KEY_BYTES);
    },
    set: (name, value) => {
      if (used + 1 > capacity * MOST_FULL) grow();
      const key = keyOf(name);
      const slot = slotOf(key);
      if (slot[KEY_BYTES - 1] === 0) used += 1;
      slot.set(key);
      slot.set(value, KEY_BYTES);
    },
  };
};
