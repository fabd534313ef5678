import type { Field } from '../fields';
import type { Problem } from '../problem';
import type { Refusal } from '../recognition';
import type { ColumnSpec } from './columns';
import type { Head } from './head';
import type { Header } from './header';

/** A sheet of a kind once its head is read: how to read its rows, and what makes two of them the same. */
export type Opened<H, V> = {
  readonly kind: 'opened';
  readonly head: H;
  readonly header: Header;
  readonly warnings: readonly Problem[];
  readonly row: Field<V>;
  /** See `RowDraft.identity`. */
  readonly identity: (values: V) => string | null;
  /** What stands for the identity within this file when that is null. */
  readonly key: (values: V) => string;
};

export type KindSpec<H, V> = {
  readonly columns: readonly ColumnSpec[];
  readonly open: (head: Head, header: Header) => Opened<H, V> | Refusal;
};
