export type FaultReason =
  | 'missing-file'
  | 'wrong-size'
  | 'wrong-checksum'
  | 'not-gzip'
  | 'wrong-count'
  | 'not-json'
  | 'not-an-event'
  | 'not-a-record'
  /** Events that are not in the order of the log. */
  | 'out-of-order'
  /** A revision of a stream is missing or there twice. */
  | 'revision-gap'
  | 'duplicate'
  /** A manifest that was altered. */
  | 'altered'
  /** The manifests of two backups. */
  | 'another-backup'
  /** Chain breaks or missing texts that the backup did not tell of when it was taken. */
  | 'other-findings';

/** Where a backup is not what was written: the file, the line in it where there is one, and why. */
export type ArchiveFault = {
  readonly file: string;
  readonly line?: number;
  readonly reason: FaultReason;
  readonly detail: string;
};

/** Carries the first fault out of a verification. */
export class FaultFound extends Error {
  constructor(readonly fault: ArchiveFault) {
    super(
      `${fault.file}${fault.line === undefined ? '' : ` line ${fault.line}`}: ${fault.reason}, ${fault.detail}`,
    );
  }
}

export type Place = { readonly file: string; readonly line?: number };

export const faultAt = (place: Place, reason: FaultReason, detail: string): FaultFound =>
  new FaultFound({ ...place, reason, detail });
