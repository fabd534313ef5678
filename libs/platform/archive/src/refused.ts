import { StoreUnavailable } from '@benkan/event-store';
import { VaultUnavailable } from '@benkan/vault';

export type ArchiveRefusal =
  /** One of the two folders lies in the other, or they are the same. */
  | 'folders-overlap'
  /** There is something in the folder, or in the stores, that is none of this backup. */
  | 'not-empty'
  /** Another process writes into the same folder. */
  | 'in-use'
  | 'disk-full'
  | 'no-permission'
  | 'not-a-folder'
  /** The event store or the vault does not answer. */
  | 'unavailable'
  /** The log holds an event that is no JSON, or does not tell all of it. */
  | 'unreadable-log'
  /** No manifest, and no sign of a backup begun. */
  | 'not-a-backup'
  /** No manifest: the backup was cut short. */
  | 'unfinished'
  | 'newer-format'
  | 'no-keys'
  /** The keys belong to another backup. */
  | 'wrong-keys'
  /** What is on disk is not what was written. */
  | 'damaged'
  /** The store restored into refuses for want of room. */
  | 'storage-full'
  /** The store restored into refuses an event, or somebody else writes to it. */
  | 'target-refuses';

/** A typed no: `code` for programs, `message` one line that says what to do. Never carries a personal value. */
export class ArchiveRefused extends Error {
  constructor(
    readonly code: ArchiveRefusal,
    message: string,
    options?: ErrorOptions & { readonly missingBytes?: number },
  ) {
    super(message, options);
    if (options?.missingBytes !== undefined) this.missingBytes = options.missingBytes;
  }

  /** Of `disk-full`: how many bytes must be freed. */
  readonly missingBytes?: number;
}

const FORBIDDEN: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS']);
const NO_FOLDER: ReadonlySet<unknown> = new Set(['ENOTDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG']);

const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** The code of a file system error. */
export const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** Whether a disk had no room left. */
export const isFull = (error: unknown): boolean => FULL.has(codeOf(error));

const refusalOf = (error: unknown, place: string): unknown => {
  const [code, options] = [codeOf(error), { cause: error }];
  if (FORBIDDEN.has(code))
    return new ArchiveRefused(
      'no-permission',
      `${place}: permission denied; give this user the folder, or choose another`,
      options,
    );
  if (NO_FOLDER.has(code))
    return new ArchiveRefused('not-a-folder', `${place} cannot be a folder; choose another path`, options);
  if (isFull(error))
    return new ArchiveRefused(
      'disk-full',
      `${place}: the disk is full; free room or choose another disk, then begin again (nothing else was touched)`,
      options,
    );
  if (error instanceof StoreUnavailable)
    return new ArchiveRefused(
      'unavailable',
      'the event store does not answer; see that it runs, then begin again',
      options,
    );
  if (error instanceof VaultUnavailable)
    return new ArchiveRefused(
      'unavailable',
      'the vault does not answer; see that its two stores run, then begin again',
      options,
    );
  return error;
};

/** Runs work on a folder and says its failures in the archive's own words. */
export const inWords = async <T>(place: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw refusalOf(error, place);
  }
};
