/** A cell as read: the same shape as the spreadsheet port's, which a domain may not import. */
export type Cell = string | number | boolean | null | { readonly day: string };

export type Row = readonly Cell[];

export type Sheet = { readonly name: string; readonly rows: readonly Row[] };
