import { toBuffer } from 'bwip-js/node';
import { ImageRun, Paragraph } from 'docx';
import type { ScannedCode } from '@benkan/documents';
import { line, type Align } from './texts';
import { halfPoints } from './units';

/** Millimetres, as pixels of 96 to the inch. */
const SIDE = Math.round((22 * 96) / 25.4);

const squareOf = (text: string) => ({ bcid: 'qrcode', text, eclevel: 'M', scale: 6 });

/** A QR code of medium correction, as an image. */
export const codeOf = async (
  { value, caption }: ScannedCode,
  align: Align = 'left',
): Promise<readonly Paragraph[]> => {
  const data = await toBuffer(squareOf(value));
  const image = new ImageRun({
    ...{ type: 'png' as const, data, transformation: { width: SIDE, height: SIDE } },
    altText: { name: 'code', title: 'code', description: caption ?? value },
  });
  const square = new Paragraph({ children: [image], alignment: align });
  return caption === null ? [square] : [square, line(caption, { align, before: 2, size: halfPoints(6.5) })];
};
