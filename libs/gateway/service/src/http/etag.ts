import { createHash } from 'node:crypto';

/** A tag of an answer's bytes, for `If-None-Match`. */
export const etagOf = (data: unknown): string =>
  `"${createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 27)}"`;
