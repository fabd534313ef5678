export type VaultRefusal =
  /** The person's keys were destroyed; nothing may be sealed or claimed under this reference again. */
  | 'erased'
  /** Another text is kept under this reference: a text never changes under an event. */
  | 'text-exists'
  | 'file-exists'
  | 'file-too-large'
  /** Nothing is left of a look-up value once it is normalised. */
  | 'empty-value'
  /** Altered, truncated or moved bytes: what is stored is not what was sealed here. */
  | 'unreadable'
  /** The key-encryption key that wrapped this is not in the keyring. */
  | 'wrong-kek';

/** A typed no of the vault. Never carries a personal value. */
export class VaultRefused extends Error {
  constructor(
    readonly code: VaultRefusal,
    detail?: string,
    options?: ErrorOptions,
  ) {
    super(detail ?? code, options);
  }
}
