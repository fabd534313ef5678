import { isTombstone, type KeyRecord, type Stored, type TextRecord } from '@benkan/vault';
import { fingerprint, fingerprints } from './fingerprints';

type Row = Readonly<Record<string, unknown>>;

const WITHOUT_KEY = Buffer.from([0]);
const WITH_KEY = Buffer.from([1]);
const TEXT = 'text:';
// destroyed on purpose, with the person it was about
const ERASED = Buffer.alloc(16);

const nameOf = (ref: string, digest: string): string => JSON.stringify([ref, digest]);

const each = function* (value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  const { textRef, digest } = value as Row;
  if (typeof textRef === 'string' && typeof digest === 'string') yield nameOf(textRef, digest);
  for (const inner of Object.values(value)) yield* each(inner);
};

/**
 * Whether every text an event refers to is there with the digest the event tells, and has its key.
 * Hears keys first (where there are any), then texts, then events.
 */
export const textCheck = (withKeys: boolean) => {
  const keys = fingerprints(16);
  const texts = fingerprints(1);
  const counts = { missingTexts: 0, textsWithoutKey: 0 };

  const isKeyed = ({ _id, keyId }: TextRecord): boolean =>
    !withKeys || [ERASED, fingerprint(keyId)].some((known) => keys.get(_id)?.equals(known) === true);

  const look = (name: string): void => {
    const found = texts.get(name)?.[0];
    if (found === undefined) counts.missingTexts += 1;
    else if (found !== WITH_KEY[0]) counts.textsWithoutKey += 1;
  };

  return {
    key: (record: Stored): void => {
      const key = record as KeyRecord;
      if (!key._id.startsWith(TEXT)) return;
      keys.set(key._id.slice(TEXT.length), isTombstone(key) ? ERASED : fingerprint(key.keyId));
    },
    text: (record: Stored): void => {
      const text = record as TextRecord;
      texts.set(nameOf(text._id, text.digest), isKeyed(text) ? WITH_KEY : WITHOUT_KEY);
    },
    event: (data: unknown): void => {
      for (const name of each(data)) look(name);
    },
    counts: () => counts,
  };
};

export type TextCheck = ReturnType<typeof textCheck>;
