import type { Kek } from './keyring';

/** Something kept that cannot be opened; a page shows it as unknown, an operator hears of it here. */
export type Unreadable = (trouble: {
  readonly kind: 'person' | 'text';
  readonly ref: string;
  readonly code: string;
}) => void;

export type Rotation = {
  /** Data keys moved to the new KEK by this run. */
  readonly rewrapped: number;
  /** Data keys that were read back and open under the new KEK. */
  readonly verified: number;
  /** Records that do not: while there is one, the old KEK must not be destroyed. */
  readonly failed: readonly string[];
};

/** What the operators' commands need beside the port. */
export interface VaultUpkeep {
  /** Destroys the keys, then the bytes, of every file and note sealed before the instant; answers how many. */
  destroyFilesBefore(instant: Date): Promise<number>;
  /**
   * Wraps every remaining data key, and the pepper, under another KEK, and reads all of them back. May be run again
   * after a crash at any point, and beside processes whose keyring holds both KEKs. Throws `wrong-kek` when the vault
   * is under neither. The caller destroys the old KEK, once nothing failed.
   */
  rotateKek(change: { readonly from: Kek; readonly to: Kek }): Promise<Rotation>;
}
