import { HeightRule, TableRow, type FileChild } from 'docx';
import type { SignaturesBlock } from '@benkan/documents';
import { cellOf, tableWith } from './tables';
import { line } from './texts';
import { twips } from './units';

const ROOM = 20;

/** Who signs, room to sign, the printed name: on one page together. */
export const signaturesOf = ({ boxes }: SignaturesBlock, width: number): readonly FileChild[] => {
  const each = width / Math.max(1, boxes.length);
  const row = (texts: readonly string[], bold: boolean, height: number, last = false) =>
    new TableRow({
      cantSplit: true,
      height: { value: twips(height), rule: HeightRule.ATLEAST },
      children: texts.map((text) => cellOf([line(text, { bold, align: 'center', keepNext: !last })], each)),
    });
  if (boxes.length === 0) return [];
  const rows = [
    row(
      boxes.map(({ role }) => role),
      true,
      5,
    ),
    row(
      boxes.map(() => ''),
      false,
      ROOM,
    ),
    row(
      boxes.map(({ name }) => name ?? ''),
      false,
      5,
      true,
    ),
  ];
  return [
    line('', { before: 6, keepNext: true }),
    tableWith(
      rows,
      boxes.map(() => each),
      false,
    ),
  ];
};
