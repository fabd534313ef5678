import type { FileRefusal } from '@benkan/spreadsheet';

/** Leaves the reading of a file at any depth; becomes an ordinary answer at the door of the thread. */
export class Refused extends Error {
  constructor(
    readonly code: FileRefusal,
    readonly detail: string,
  ) {
    super(code);
  }
}
