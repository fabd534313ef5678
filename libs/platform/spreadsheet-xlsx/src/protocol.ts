import type { FileRefusal, ReadLimits, Sheet, Table } from '@benkan/spreadsheet';

/** What the thread is started with. */
export type Task =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly limits: ReadLimits }
  | { readonly kind: 'write'; readonly table: Table };

/** What the thread says. Rows come in pieces, each on demand, so that receiving them never holds the main thread. */
export type Said =
  | { readonly kind: 'sheets'; readonly format: 'xlsx' | 'csv'; readonly names: readonly string[] }
  | { readonly kind: 'rows'; readonly sheet: number; readonly rows: Sheet['rows'] }
  | { readonly kind: 'written'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly code: FileRefusal; readonly detail: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'end' };
