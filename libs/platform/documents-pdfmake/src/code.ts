import { toSVG } from 'bwip-js/node';
import type { Content } from 'pdfmake/interfaces';
import type { ScannedCode } from '@benkan/documents';
import { points } from './points';

/** Millimetres: read by a phone from a sheet on a table. */
const SIDE = 22;

const squareOf = (text: string) => ({ bcid: 'qrcode', text, eclevel: 'M' });

/** A QR code of medium correction, drawn as lines. */
export const codeOf = ({ value, caption }: ScannedCode, alignment: 'left' | 'right' = 'left'): Content => {
  const side = points(SIDE);
  const square: Content = {
    svg: toSVG(squareOf(value)),
    width: side,
    height: side,
    alignment,
  };
  const below: Content[] =
    caption === null ? [] : [{ text: caption, style: 'caption', alignment, margin: [0, 3, 0, 0] }];
  return { stack: [square, ...below], unbreakable: true };
};
