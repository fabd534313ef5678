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

/** A person whose keys were destroyed, and when. */
export type Erased = { readonly ref: string; readonly erasedAt: Date };

/** What the operators' commands need beside the port. */
export interface VaultUpkeep {
  /** Destroys the keys, then the bytes, of every file and note sealed before the instant; answers how many. */
  destroyFilesBefore(instant: Date): Promise<number>;
  /** As `destroyFilesBefore`, for uploaded files and their reports only: a sheet carries the names on it. */
  destroyUploadsBefore(instant: Date): Promise<number>;
  /** Everyone whose keys were destroyed. */
  erasures(): AsyncIterable<Erased>;
  /** The latest instant at which one of these was erased; undefined while one of them is not. */
  erasedAt(refs: readonly string[]): Promise<Date | undefined>;
  /** Destroys the keys of texts about an erased person, for ever; they are read as absent. */
  eraseTexts(refs: readonly string[]): Promise<void>;
  /** References of people last sealed within a span of time: from the first instant on, before the second. */
  peopleSealed(from: Date, before: Date): AsyncIterable<string>;
  /** References of texts sealed within a span of time. */
  textsSealed(from: Date, before: Date): AsyncIterable<string>;
  /** Removes a person nobody speaks of, unless sealed again since the instant; they may be sealed anew. */
  forgetPerson(ref: string, before: Date): Promise<boolean>;
  /** Removes a text nobody speaks of. */
  forgetText(ref: string): Promise<void>;
  /** Every KEK in use before this instant was destroyed; undefined while none was ever replaced. */
  cleanSince(): Promise<Date | undefined>;
  /** Says so, once the KEKs of before are destroyed. */
  markClean(since: Date): Promise<void>;
  /**
   * Wraps every remaining data key, and the pepper, under another KEK, and reads all of them back. May be run again
   * after a crash at any point, and beside processes whose keyring holds both KEKs. Throws `wrong-kek` when the vault
   * is under neither. The caller destroys the old KEK, once nothing failed.
   */
  rotateKek(change: { readonly from: Kek; readonly to: Kek }): Promise<Rotation>;
}
