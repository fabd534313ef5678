import type { Cell } from '@benkan/spreadsheet';
import { Refused } from './refused';

/** Counts the text handed over: one shared or merged text repeated a million times also inflates. */
export const textBudget = (characters: number) => {
  let remaining = characters;
  return (cell: Cell): Cell => {
    if (typeof cell === 'string') remaining -= cell.length;
    if (remaining < 0) throw new Refused('inflates-too-large', 'Les cellules contiennent trop de texte.');
    return cell;
  };
};
