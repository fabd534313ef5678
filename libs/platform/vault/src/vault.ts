/** What identifies a person. Every field is optional: a sheet says what it says. */
export type PersonalData = {
  readonly firstNames?: string;
  readonly lastName?: string;
  readonly phone?: string;
  readonly neighbourhood?: string;
  readonly structure?: string;
  readonly code?: string;
};

export type PersonOutcome =
  | { readonly kind: 'open'; readonly person: PersonalData }
  /** The keys were destroyed: shown as « retiré ». */
  | { readonly kind: 'erased' }
  | { readonly kind: 'unknown' };

/** A way to find a person again: `code` within a unit, `phone`, or a `name-key` (normalised name, structure, phone). */
export type LookupKind = 'code' | 'phone' | 'name-key';

/** A reference an event may carry in place of a text, with a keyed digest that says whether two texts are the same. */
export type SealedText = { readonly textRef: string; readonly digest: string };

/** What two records of one person may share: the phone, anywhere; the name, within a unit. */
export type MarkKind = 'phone' | 'name';
export type Mark = { readonly kind: MarkKind; readonly scope: string; readonly value: string };
/** People who share a value, by reference; the value itself is not told. */
export type Alike = { readonly kind: MarkKind; readonly refs: readonly string[] };

export type Note = { readonly ref: string; readonly createdAt: Date; readonly bytes: Uint8Array };

/**
 * Keeps names, phones, free text and uploaded files, each under a data key of its own, away from events and views.
 * Every write is durable when it resolves and may be repeated with the same arguments.
 * Throws `VaultUnavailable` when its stores do not answer (`VaultFull` when one has no room), `VaultRefused` (a code each) for what may not be.
 * What cannot be opened (altered bytes, unknown KEK) throws when asked for alone, and is unknown or absent in a page.
 */
export interface Vault {
  /** Seals or replaces the personal data kept under a participant's reference (UUID). */
  sealPerson(ref: string, person: PersonalData): Promise<void>;
  openPerson(ref: string): Promise<PersonOutcome>;
  /** As `openPerson`, for a page of references; every reference asked for is in the answer. */
  openPeople(refs: readonly string[]): Promise<ReadonlyMap<string, PersonOutcome>>;
  /** Binds a look-up value to a reference unless it is already bound; answers the reference that holds it. */
  claim(kind: LookupKind, scope: string, value: string, ref: string): Promise<string>;
  /** The reference a look-up value is bound to. */
  find(kind: LookupKind, scope: string, value: string): Promise<string | undefined>;
  /** Gives a look-up value up; nothing changes when another holds it. */
  release(kind: LookupKind, scope: string, value: string, ref: string): Promise<void>;
  /** What a person can be recognised by beside others; replaces what was said before. */
  mark(ref: string, marks: readonly Mark[]): Promise<void>;
  /** Everybody who bears a mark, by reference in order; nobody where it says nothing. */
  bearing(mark: Mark): Promise<readonly string[]>;
  /** Groups of two or more who share a mark, each with one of the given references in it. */
  alike(refs: readonly string[]): Promise<readonly Alike[]>;
  /** Destroys the person's data key and look-up entries. The ciphertext can no longer be opened. */
  erasePerson(ref: string): Promise<void>;

  /** Seals a text under a reference (UUID) derived by the caller, so that a retry seals the same document. */
  sealText(ref: string, text: string): Promise<SealedText>;
  /** The texts that can be opened, by reference. */
  openTexts(refs: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** Keeps an uploaded file or report, by reference, under a key of its own. At most 25 MiB. */
  sealFile(ref: string, bytes: Uint8Array): Promise<void>;
  openFile(ref: string): Promise<Uint8Array | undefined>;
  destroyFile(ref: string): Promise<void>;

  /** Seals or replaces a small changing document (a job and its report), listed on a shelf. */
  putNote(shelf: string, ref: string, bytes: Uint8Array): Promise<void>;
  openNote(ref: string): Promise<Uint8Array | undefined>;
  /** Every note of a shelf, newest first. */
  notes(shelf: string): Promise<readonly Note[]>;

  /** Keyed digest (HMAC-SHA-256, hex) for command hashes and reservation names; equal for equal text. */
  digest(purpose: string, text: string): string;
  close(): Promise<void>;
}

export class VaultUnavailable extends Error {
  readonly code: 'unavailable' | 'storage-full' = 'unavailable';
}

/** A store of the vault has no room left: nothing was written, reading goes on. */
export class VaultFull extends VaultUnavailable {
  override readonly code = 'storage-full';
}
