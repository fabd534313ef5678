import { createHmac, createSecretKey, hkdfSync, type Hmac, type KeyObject } from 'node:crypto';
import { VaultRefused } from './refusal';
import type { Ring } from './keyring';
import type { Shelf } from './shelf';
import {
  freshWrappedKey,
  isTombstone,
  ROOT_ID,
  unwrap,
  type KeyRecord,
  type WrappedKey,
} from './wrapped-key';

/** Keyed digests, one key a purpose, all derived from one stored root. */
export type Pepper = {
  /** HMAC-SHA-256 of the parts, hex. */
  readonly digest: (purpose: string, ...parts: readonly (string | Uint8Array)[]) => string;
};

const derive = (root: KeyObject, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', root, '', `benkan ${purpose}`, 32)));

export const pepperFrom = (root: KeyObject): Pepper => {
  const derived = new Map<string, KeyObject>();
  const keyFor = (purpose: string): KeyObject => {
    const key = derived.get(purpose) ?? derive(root, purpose);
    derived.set(purpose, key);
    return key;
  };
  return {
    digest: (purpose, ...parts) =>
      parts
        .reduce<Hmac>((mac, part) => mac.update(part), createHmac('sha256', keyFor(purpose)))
        .digest('hex'),
  };
};

/** The root's record names the KEK that wraps new keys: every process reads it there. */
export const readRoot = async (keys: Shelf<KeyRecord>): Promise<WrappedKey> => {
  const root = await keys.get(ROOT_ID);
  if (root === undefined || isTombstone(root))
    throw new VaultRefused('unreadable', 'the keys store lost its root');
  return root;
};

/** Opens the stored root, created at first by whichever process wins. Throws `wrong-kek`. */
export const openPepper = async (keys: Shelf<KeyRecord>, ring: Ring, now: Date): Promise<Pepper> => {
  const root = await keys.keep(freshWrappedKey(ring.current(), 'root', 'pepper', now));
  if (isTombstone(root)) throw new VaultRefused('unreadable', 'the keys store lost its root');
  return pepperFrom(unwrap(ring.promote(root.kekId), root));
};
