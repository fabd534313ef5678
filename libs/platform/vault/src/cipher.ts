import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { VaultRefused } from './refusal';

/** AES-256-GCM: a random 96-bit nonce, and the ciphertext followed by its 128-bit tag. */
export type Sealed = { readonly nonce: Uint8Array; readonly box: Uint8Array };

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** A random 256-bit key. */
export const freshKey = (): KeyObject => createSecretKey(randomBytes(KEY_BYTES));

/** A 256-bit key from its bytes. Throws `unreadable` for any other length. */
export const keyFrom = (bytes: Uint8Array): KeyObject => {
  if (bytes.byteLength !== KEY_BYTES) throw new VaultRefused('unreadable', 'a key is 32 bytes');
  return createSecretKey(bytes);
};

/** Associated data: the place a ciphertext belongs to. JSON keeps ['a','b'] apart from ['ab']. */
export const place = (...parts: readonly (string | number)[]): Uint8Array =>
  Buffer.from(JSON.stringify(parts));

export const seal = (key: KeyObject, where: Uint8Array, plain: Uint8Array): Sealed => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(where);
  return { nonce, box: Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]) };
};

/** Throws `unreadable` when key, place, nonce or bytes are not those of the sealing. */
export const unseal = (key: KeyObject, where: Uint8Array, { nonce, box }: Sealed): Buffer => {
  try {
    const split = box.byteLength - TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(where);
    decipher.setAuthTag(box.subarray(split));
    return Buffer.concat([decipher.update(box.subarray(0, split)), decipher.final()]);
  } catch (cause) {
    throw new VaultRefused('unreadable', 'what is stored is not what was sealed here', { cause });
  }
};
