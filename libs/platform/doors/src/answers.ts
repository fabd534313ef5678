import { Fault } from '@benkan/messaging';
import type { BadCursor, Page } from '@benkan/projections';

/** The 404 of a query. */
export const unknownResource = (): Fault => new Fault('unknown-resource');

/** The rows of a page; a cursor of another list is the caller's mistake. */
export const rowsOf = <Row>(page: Page<Row> | BadCursor): Page<Row> => {
  if (page.kind === 'page') return page;
  throw new Fault('malformed', 'the cursor is of another list', [
    { pointer: '/after', code: 'bad-cursor', detail: 'start the list again from the beginning' },
  ]);
};

/** A page as it leaves the house. */
export const pageAnswer = <Item>(items: readonly Item[], next: string | undefined, position: bigint) => ({
  items: [...items],
  ...(next === undefined ? {} : { next }),
  asOf: { position: (position < 0n ? 0n : position).toString() },
});
