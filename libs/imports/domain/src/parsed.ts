import type { Problem, ProblemCode } from './problem';
import type { Cell } from './sheet';
import { textOf } from './text';

/** A value that was read, perhaps with a warning, or the reason why not. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly warning?: ProblemCode }
  | { readonly ok: false; readonly code: ProblemCode };

/** Reads one cell. Total: never throws, never guesses. */
export type Parse<T> = (cell: Cell) => Parsed<T>;

export const read = <T>(value: T): Parsed<T> => ({ ok: true, value });

export const unread = (code: ProblemCode): Parsed<never> => ({ ok: false, code });

/** A problem with its cell, as a report shows it. */
export const problemOf = (code: ProblemCode, column: string, cell: Cell | undefined): Problem => ({
  code,
  column,
  value: textOf(cell),
});
