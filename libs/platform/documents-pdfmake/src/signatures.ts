import type { Content, TableCell } from 'pdfmake/interfaces';
import type { SignaturesBlock } from '@benkan/documents';
import { points } from './points';

/** Millimetres to sign in. */
const ROOM = 20;

const named = (boxes: SignaturesBlock['boxes']): TableCell[][] =>
  boxes.some(({ name }) => name !== null)
    ? [boxes.map(({ name }): TableCell => ({ text: name ?? '', alignment: 'center' }))]
    : [];

/** Who signs, room to sign, the printed name: on one page together. */
export const signaturesOf = ({ boxes }: SignaturesBlock): Content => ({
  table: {
    widths: boxes.map(() => '*'),
    heights: (row: number) => (row === 1 ? points(ROOM) : 'auto'),
    dontBreakRows: true,
    body: [
      boxes.map(({ role }): TableCell => ({ text: role, bold: true, alignment: 'center' })),
      boxes.map((): TableCell => ''),
      ...named(boxes),
    ],
  },
  layout: 'plain',
  unbreakable: true,
  margin: [0, 8, 0, 0],
});
