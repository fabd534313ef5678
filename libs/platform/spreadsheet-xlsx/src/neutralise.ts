import type { Cell } from '@benkan/spreadsheet';

/** Text that a spreadsheet would run as a formula gets a leading apostrophe; the rest is left as it is. */
export const neutralise = (cell: Cell): Cell =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
