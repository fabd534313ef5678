import { decodeCursor, encodeCursor } from '@benkan/projections';

export type PageRequest = {
  /** Rows wanted, 1 to 200. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string | undefined;
};

/** Rows of a page; `next` is there when more follow. */
export type Page<Row> = { readonly kind: 'page'; readonly rows: readonly Row[]; readonly next?: string };
/** The cursor was not made by this list. */
export type BadCursor = { readonly kind: 'bad-cursor' };

type Row = { readonly _id: string; readonly order: string };

export const IN_ORDER = { order: 1, _id: 1 } as const;

/** The filter of what comes after a cursor, in order; undefined for a cursor that is not ours. */
export const beyond = (after: string | undefined) => {
  if (after === undefined) return {};
  const [order, key] = decodeCursor(after, 2) ?? [];
  if (typeof order !== 'string' || typeof key !== 'string') return undefined;
  return { $or: [{ order: { $gt: order } }, { order, _id: { $gt: key } }] };
};

/** Cuts `limit` rows of `limit + 1` found and marks where the next page begins. */
export const pageOf = <R extends Row>(found: readonly R[], limit: number): Page<R> => {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (found.length <= limit || last === undefined) return { kind: 'page', rows };
  return { kind: 'page', rows, next: encodeCursor([last.order, last._id]) };
};
