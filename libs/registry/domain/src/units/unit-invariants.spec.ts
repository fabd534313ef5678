import { fold } from '@benkan/kernel';
import fc from 'fast-check';
import { assignCode } from './assign-code/assign-code';
import { moveUnit } from './move-unit/move-unit';
import { reclassifyUnit } from './reclassify-unit/reclassify-unit';
import { registerUnit } from './register-unit/register-unit';
import { renameUnit } from './rename-unit/rename-unit';
import { retireUnit } from './retire-unit/retire-unit';
import { unit, type Unit } from './unit';
import * as x from './unit.examples';
import type { PlaceCode, UnitFact } from './unit-facts';
import { holdsOn, versionOn } from './unit-version';

const { at, by } = x;
const unitId = x.ids.unit;

const anyCode: fc.Arbitrary<PlaceCode> = fc.record({
  system: fc.constantFrom<PlaceCode['system']>('HDX_COD', 'ISO_3166_2'),
  edition: fc.constantFrom('2015', '2021'),
  code: fc.constantFrom('ML01', 'ML02', 'ML03'),
});

describe('whatever order the codes of a unit are told in', () => {
  const distinct = fc.uniqueArray(anyCode, { selector: ({ system, edition }) => `${system}${edition}` });

  it('is the same unit', () =>
    fc.assert(
      fc.property(
        distinct.chain((codes) =>
          fc.tuple(fc.constant(codes), fc.shuffledSubarray(codes, { minLength: codes.length })),
        ),
        ([codes, shuffled]) => {
          const call = (given: PlaceCode[]) => ({
            data: { ...x.registered.data, ...x.allIsWell.register, codes: given },
            at,
            by,
          });
          const first = registerUnit(call(codes), { status: 'unknown' });
          const facts = first.kind === 'accepted' ? first.facts : [];
          expect(facts).toHaveLength(1);
          expect(registerUnit(call(shuffled), fold(unit, facts))).toEqual({ kind: 'accepted', facts: [] });
        },
      ),
    ));
});

const anyDay = fc.integer({ min: 1, max: 12 }).map((month) => `2024-${String(month).padStart(2, '0')}-01`);
const maybeDay = fc.option(anyDay, { nil: null });

/** Commands a stranger might send, in any order and with any days. */
const anyCommand = fc.oneof(
  fc.record({ kind: fc.constant('rename' as const), day: anyDay, value: fc.constantFrom('1', '2', '3') }),
  fc.record({
    kind: fc.constant('reclassify' as const),
    day: anyDay,
    value: fc.constantFrom('COMMUNE', 'CERCLE'),
  }),
  fc.record({ kind: fc.constant('move' as const), day: anyDay, value: fc.constantFrom(x.north, x.south) }),
  fc.record({ kind: fc.constant('retire' as const), day: anyDay, value: fc.constant('') }),
  fc.record({ kind: fc.constant('code' as const), day: maybeDay, to: maybeDay, value: anyCode }),
);
type AnyCommand = typeof anyCommand extends fc.Arbitrary<infer Command> ? Command : never;

const decided = (command: AnyCommand, state: Unit) => {
  if (command.kind === 'code') {
    const validity = { validFrom: command.day, validTo: command.to };
    return assignCode({ data: { unitId, ...command.value, ...validity, heldBy: null }, at, by }, state);
  }
  const dated = { unitId, effectiveOn: command.day, legalAct: null };
  switch (command.kind) {
    case 'rename':
      return renameUnit({ data: { ...dated, name: x.text(command.value) }, at, by }, state);
    case 'reclassify':
      return reclassifyUnit(
        { data: { ...dated, unitType: command.value === 'CERCLE' ? 'CERCLE' : 'COMMUNE' }, at, by },
        state,
      );
    case 'move':
      return moveUnit({ data: { ...dated, ...x.allIsWell.move, parentId: command.value }, at, by }, state);
    case 'retire':
      return retireUnit({ data: { ...dated, unitsBelow: false }, at, by }, state);
  }
};

/** A unit after commands of which each was accepted or refused. */
const lived = (validFrom: string | null, commands: readonly AnyCommand[]): Unit => {
  const began: UnitFact = { type: 'unit-registered', data: { ...x.registered.data, codes: [], validFrom } };
  return commands.reduce<Unit>(
    (state, command) => {
      const decision = decided(command, state);
      const facts: readonly UnitFact[] = decision.kind === 'accepted' ? decision.facts : [];
      return facts.reduce(unit.evolve, state);
    },
    fold(unit, [began]),
  );
};

const days = Array.from({ length: 14 }, (_, n) => `2024-${String(n).padStart(2, '0')}-15`);

const someLife = fc.tuple(maybeDay, fc.array(anyCommand, { maxLength: 25 }));

describe('whatever changes are told, in whatever order', () => {
  it('is at most one thing on any day, without a gap before its end', () =>
    fc.assert(
      fc.property(someLife, ([validFrom, commands]) => {
        const state = lived(validFrom, commands);
        const versions = state.status === 'unknown' ? [] : state.versions;
        for (const day of days)
          expect(versions.filter((version) => holdsOn(version, day)).length).toBeLessThanOrEqual(1);
        versions.slice(1).forEach((version, n) => expect(version.validFrom).toBe(versions[n]?.validTo));
        if (state.status === 'registered') expect(versionOn(versions, '2099-01-01')).toBeDefined();
        if (state.status === 'ended') expect(versionOn(versions, '2099-01-01')).toBeUndefined();
      }),
      { numRuns: 300 },
    ));

  it('bears on any day one code of an edition at most', () =>
    fc.assert(
      fc.property(someLife, ([validFrom, commands]) => {
        const state = lived(validFrom, commands);
        const codes = state.status === 'unknown' ? [] : state.codes;
        for (const day of days) {
          const borne = codes.filter((code) => holdsOn(code, day));
          expect(new Set(borne.map((code) => `${code.system} ${code.edition}`)).size).toBe(borne.length);
        }
      }),
      { numRuns: 300 },
    ));

  it('answers a command said twice in a row as the first time', () =>
    fc.assert(
      fc.property(someLife, anyCommand, ([validFrom, commands], again) => {
        const once = lived(validFrom, [...commands, again]);
        expect(lived(validFrom, [...commands, again, again])).toEqual(once);
      }),
      { numRuns: 300 },
    ));
});
