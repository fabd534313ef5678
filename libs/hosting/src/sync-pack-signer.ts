import { createHmac } from 'node:crypto';
import { SYNC_PACK_DAYS } from '@benkan/contracts/meetings';
import type { DocumentSigner } from '@benkan/security';
import { documentSigner, signingKeysIn } from '@benkan/security-jose';
import type { Vault } from '@benkan/vault';

export type SyncPackSignerOptions = {
  /** Sealed file of the signing keys, made at first; no other purpose has them. */
  readonly file: string;
  /** 32 bytes the file is sealed under. */
  readonly secret: Uint8Array;
};

const A_DAY = 86_400_000;

/** Signs what devices take along. Throws `SealedFileRefused`. */
export const syncPackSigner = ({ file, secret }: SyncPackSignerOptions): DocumentSigner =>
  documentSigner(
    signingKeysIn({ file, secret, goodForMs: (SYNC_PACK_DAYS + 1) * A_DAY }),
    'benkan-sync-pack',
  );

/** What seals the file where a vault is at hand. */
export const packSecretOf = ({ digest }: Pick<Vault, 'digest'>): Uint8Array =>
  Buffer.from(digest('sync-pack-secret', 'signing-keys'), 'hex');

/** What seals the file of a gateway, which opens no vault: it follows from the key the services share. */
export const packSecretFrom = (contextKey: string): Uint8Array =>
  createHmac('sha256', Buffer.from(contextKey, 'hex')).update('sync-pack-secret').digest();
