import { fold } from '@benkan/kernel';
import { at, by, keysOf, outcome, registered } from '../registry.examples';
import { registerUnit } from './register-unit/register-unit';
import { unit, type Unit, type UnitFact } from './unit';

const units = { unknown: [], registered: [registered] } satisfies Record<string, readonly UnitFact[]>;
const onUnit = {
  register: (state: Unit) => registerUnit({ data: { ...registered.data, parentKnown: true }, at, by }, state),
};
const unitTable: Record<keyof typeof units, Record<keyof typeof onUnit, string>> = {
  unknown: { register: 'accepted' },
  registered: { register: 'unchanged' },
};

describe('every situation of a unit answers every command', () => {
  const pairs = keysOf(units).flatMap((state) =>
    keysOf(onUnit).map((command) => ({ state, command, answer: unitTable[state][command] })),
  );
  it.each(pairs)('$state: $command → $answer', ({ state, command, answer }) =>
    expect(outcome(onUnit[command](fold(unit, units[state])))).toBe(answer),
  );
});
