type CursorValue = string | number | null;

/** An opaque mark of the last row of a page: its sort values, then its key. */
export const encodeCursor = (values: readonly CursorValue[]): string =>
  Buffer.from(JSON.stringify(values), 'utf8').toString('base64url');

/** The values of a cursor of `length` parts; undefined for anything that was not made by `encodeCursor`. */
export const decodeCursor = (cursor: string, length: number): readonly CursorValue[] | undefined => {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(values) || values.length !== length) return undefined;
    return values.every(isCursorValue) ? values : undefined;
  } catch {
    return undefined;
  }
};

const isCursorValue = (value: unknown): value is CursorValue =>
  value === null || typeof value === 'string' || typeof value === 'number';
