import { fold } from '@benkan/kernel';
import fc from 'fast-check';
import { at, by, registered } from '../registry.examples';
import { registerUnit } from './register-unit/register-unit';
import { unit, type PlaceCode } from './unit';

const anyCode: fc.Arbitrary<PlaceCode> = fc.record({
  system: fc.constantFrom<PlaceCode['system']>('HDX_COD', 'ISO_3166_2'),
  edition: fc.constantFrom('2015', '2021'),
  code: fc.constantFrom('ML01', 'ML02', 'ML03'),
});

describe('whatever order the codes of a unit are told in', () => {
  it('is the same unit', () =>
    fc.assert(
      fc.property(
        fc
          .array(anyCode)
          .chain((codes) =>
            fc.tuple(fc.constant(codes), fc.shuffledSubarray(codes, { minLength: codes.length })),
          ),
        ([codes, shuffled]) => {
          const call = (given: PlaceCode[]) => ({
            data: { ...registered.data, codes: given, parentKnown: true },
            at,
            by,
          });
          const first = registerUnit(call(codes), { status: 'unknown' });
          const facts = first.kind === 'accepted' ? first.facts : [];
          expect(registerUnit(call(shuffled), fold(unit, facts))).toEqual({ kind: 'accepted', facts: [] });
        },
      ),
    ));
});
