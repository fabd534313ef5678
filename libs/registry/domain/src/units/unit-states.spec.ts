import { fold } from '@benkan/kernel';
import { keysOf, outcome } from '../registry.examples';
import { assignCode } from './assign-code/assign-code';
import { mergeUnit } from './merge-unit/merge-unit';
import { moveUnit } from './move-unit/move-unit';
import { reclassifyUnit } from './reclassify-unit/reclassify-unit';
import { registerUnit } from './register-unit/register-unit';
import { renameUnit } from './rename-unit/rename-unit';
import { retireUnit } from './retire-unit/retire-unit';
import { splitUnit } from './split-unit/split-unit';
import { unit, type Unit } from './unit';
import * as x from './unit.examples';
import type { UnitFact } from './unit-facts';

const { at, by } = x;
const changedLater = { ...x.renamed, data: { ...x.renamed.data, effectiveOn: x.LATER } };

const units = {
  unknown: [],
  registered: [x.registered],
  reformed: [x.registered, x.reclassified, x.renamed, x.moved, x.coded],
  changedLater: [x.registered, changedLater],
  split: [x.registered, x.split],
  merged: [x.registered, x.merged],
  retired: [x.registered, x.retired],
} satisfies Record<string, readonly UnitFact[]>;

const onUnit = {
  register: (state: Unit) =>
    registerUnit({ data: { ...x.registered.data, ...x.allIsWell.register }, at, by }, state),
  code: (state: Unit) => assignCode({ data: { ...x.coded.data, heldBy: null }, at, by }, state),
  rename: (state: Unit) => renameUnit({ data: x.renamed.data, at, by }, state),
  reclassify: (state: Unit) => reclassifyUnit({ data: x.reclassified.data, at, by }, state),
  move: (state: Unit) => moveUnit({ data: { ...x.moved.data, ...x.allIsWell.move }, at, by }, state),
  split: (state: Unit) => splitUnit({ data: { ...x.split.data, ...x.allIsWell.ending }, at, by }, state),
  merge: (state: Unit) => mergeUnit({ data: { ...x.merged.data, ...x.allIsWell.ending }, at, by }, state),
  retire: (state: Unit) => retireUnit({ data: { ...x.retired.data, unitsBelow: false }, at, by }, state),
};

type Row = Record<keyof typeof onUnit, string>;
const every = (answer: string): Omit<Row, 'register' | 'code'> => ({
  ...{ rename: answer, reclassify: answer, move: answer },
  ...{ split: answer, merge: answer, retire: answer },
});
const ended: Row = { register: 'unchanged', code: 'unit-ended', ...every('unit-ended') };

const unitTable: Record<keyof typeof units, Row> = {
  unknown: { register: 'accepted', code: 'unit-unknown', ...every('unit-unknown') },
  registered: { register: 'unchanged', code: 'accepted', ...every('accepted') },
  reformed: {
    ...{ register: 'unchanged', code: 'unchanged' },
    ...every('accepted'),
    ...{ rename: 'unchanged', reclassify: 'unchanged', move: 'unchanged' },
  },
  changedLater: { register: 'unchanged', code: 'accepted', ...every('before-the-last-change') },
  split: { ...ended, split: 'unchanged' },
  merged: { ...ended, merge: 'unchanged' },
  retired: { ...ended, retire: 'unchanged' },
};

describe('every situation of a unit answers every command', () => {
  const pairs = keysOf(units).flatMap((state) =>
    keysOf(onUnit).map((command) => ({ state, command, answer: unitTable[state][command] })),
  );
  it.each(pairs)('$state: $command → $answer', ({ state, command, answer }) =>
    expect(outcome(onUnit[command](fold(unit, units[state])))).toBe(answer),
  );
});
