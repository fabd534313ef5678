import { decodeCursor, encodeCursor } from './cursor';

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

/** The part of a store's filter that leaves out what the pages before have shown. */
export type Beyond = { $or?: Record<string, unknown>[] };

type Row<Field extends string> = { readonly _id: string } & Readonly<Record<Field, string>>;

/** A list in the order of one text field (1 rising, -1 falling), then of its key. */
export const pagedBy = <Field extends string>(field: Field, direction: 1 | -1) => {
  const sort = { [field]: direction, _id: 1 } as Readonly<Record<Field, 1 | -1> & { _id: 1 }>;
  const follows = direction === 1 ? '$gt' : '$lt';

  const beyond = (after: string | undefined): Beyond | undefined => {
    if (after === undefined) return {};
    const [value, key] = decodeCursor(after, 2) ?? [];
    if (typeof value !== 'string' || typeof key !== 'string') return undefined;
    return { $or: [{ [field]: { [follows]: value } }, { [field]: value, _id: { $gt: key } }] };
  };

  const cut = <R extends Row<Field>>(found: readonly R[], limit: number): Page<R> => {
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    if (found.length <= limit || last === undefined) return { kind: 'page', rows };
    return { kind: 'page', rows, next: encodeCursor([last[field], last._id]) };
  };

  /** One page; `find` looks for the first `most` rows beyond the cursor, in the order of `sort`. */
  const page = async <R extends Row<Field>>(
    { limit, after }: PageRequest,
    find: (beyond: Beyond, most: number) => Promise<readonly R[]>,
  ): Promise<Page<R> | BadCursor> => {
    const rest = beyond(after);
    return rest === undefined ? { kind: 'bad-cursor' } : cut(await find(rest, limit + 1), limit);
  };

  return { sort, page };
};
