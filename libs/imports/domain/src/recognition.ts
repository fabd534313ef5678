import type { Problem } from './problem';
import type { SkippedBecause } from './table/sorting';

/** Why a whole file is refused. */
export type RefusalCode =
  | 'no-header-row'
  | 'missing-column'
  | 'duplicate-column'
  | 'several-tables'
  | 'no-data-rows'
  | 'ambiguous-head'
  | 'missing-commune-code'
  | 'unreadable-commune-code'
  | 'missing-dates'
  | 'unreadable-dates'
  | 'missing-date'
  | 'unreadable-meeting-date'
  | 'missing-meeting-kind'
  | 'unreadable-meeting-code'
  | 'unreadable-presiding-capacity'
  | 'unmatched-day-columns'
  | 'maxima-differ';

/** `columns` are labels as a French sheet writes them (missing) or as read (duplicate); `value` is as read. */
export type Refusal = {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  readonly columns?: readonly string[];
  readonly value?: string;
};

export const refuseFile = (
  code: RefusalCode,
  more: { columns?: readonly string[]; value?: string } = {},
): Refusal => ({
  kind: 'refused',
  code,
  ...more,
});

/** One line of the sheet, 1-based. A duplicate says the same as the line it is of, and is not counted. */
export type RowDraft<Values> =
  | {
      readonly line: number;
      readonly kind: 'row';
      /** What the row is; null for a person without a code, who is found by nameKey(). */
      readonly identity: string | null;
      readonly values: Values;
      readonly warnings: readonly Problem[];
    }
  | { readonly line: number; readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly line: number; readonly kind: 'duplicate'; readonly of: number };

export type Recognised<Head, Values> = {
  readonly kind: 'recognised';
  readonly sheet: string;
  /** The header as read, for writing refused rows back. */
  readonly header: { readonly line: number; readonly labels: readonly string[] };
  readonly head: Head;
  readonly warnings: readonly Problem[];
  readonly rows: readonly RowDraft<Values>[];
  readonly skipped: {
    readonly lines: readonly { readonly line: number; readonly because: SkippedBecause }[];
    /** Labels of columns nothing is read from, and names of sheets without a table. */
    readonly columns: readonly string[];
    readonly sheets: readonly string[];
  };
};

export type Recognition<Head, Values> = Recognised<Head, Values> | Refusal;
