import type { Problem, ProblemCode } from './problem';
import { problemOf, type Parse } from './parsed';
import type { Cell } from './sheet';

/** A row seen through the header: its cells and the sheet's own labels, by column key. */
export type View = {
  readonly cell: (key: string) => Cell;
  readonly label: (key: string) => string;
  /** Every column something is read from. */
  readonly keys: readonly string[];
};

export type Gathered<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a value out of a row, with every problem there is. */
export type Field<T> = (view: View) => Gathered<T>;

type Fields<T> = { readonly [K in keyof T]: Field<T[K]> };

export const always =
  <T>(value: T): Field<T> =>
  () => ({ ok: true, value, warnings: [] });

/** One column through one parser. */
export const column =
  <T>(key: string, parse: Parse<T>): Field<T> =>
  (view) => {
    const parsed = parse(view.cell(key));
    const problem = (code: ProblemCode): Problem => problemOf(code, view.label(key), view.cell(key));
    if (!parsed.ok) return { ok: false, problems: [problem(parsed.code)] };
    return { ok: true, value: parsed.value, warnings: parsed.warning ? [problem(parsed.warning)] : [] };
  };

/** All of these fields; the problems of all when one cannot be read. */
export const record =
  <T extends object>(fields: Fields<T>): Field<T> =>
  (view) => {
    const value: Partial<T> = {};
    const problems: Problem[] = [];
    const warnings: Problem[] = [];
    for (const key of Object.keys(fields) as (keyof T)[]) {
      const gathered = fields[key](view);
      if (gathered.ok) {
        value[key] = gathered.value;
        warnings.push(...gathered.warnings);
      } else problems.push(...gathered.problems);
    }
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: value as T, warnings };
  };

/** The same value, refused when values that are fine alone do not go together. */
export const checked =
  <T>(field: Field<T>, check: (value: T, view: View) => readonly Problem[]): Field<T> =>
  (view) => {
    const gathered = field(view);
    if (!gathered.ok) return gathered;
    const problems = check(gathered.value, view);
    return problems.length > 0 ? { ok: false, problems } : gathered;
  };

/** The same value, taken with what is to be said of it. */
export const remarked =
  <T>(field: Field<T>, remark: (value: T, view: View) => readonly Problem[]): Field<T> =>
  (view) => {
    const gathered = field(view);
    return gathered.ok
      ? { ...gathered, warnings: [...gathered.warnings, ...remark(gathered.value, view)] }
      : gathered;
  };

export const mapped =
  <T, U>(field: Field<T>, change: (value: T) => U): Field<U> =>
  (view) => {
    const gathered = field(view);
    return gathered.ok ? { ...gathered, value: change(gathered.value) } : gathered;
  };
