import * as fc from 'fast-check';
import { subtreeOf } from './subtree-of';

const unit = (id: string, parentId: string | null) => ({ id, parentId });
const mali = [
  unit('mali', null),
  unit('bamako', 'mali'),
  unit('commune-1', 'bamako'),
  unit('korofina', 'commune-1'),
  unit('kayes', 'mali'),
];

describe('subtreeOf', () => {
  it('holds the root and all that is below', () =>
    expect(subtreeOf(mali, 'bamako').sort()).toEqual(['bamako', 'commune-1', 'korofina']));

  it('holds a unit nobody registered, alone', () => expect(subtreeOf(mali, 'gao')).toEqual(['gao']));

  it('ends where parents run in a circle', () =>
    expect(subtreeOf([unit('a', 'b'), unit('b', 'a')], 'a').sort()).toEqual(['a', 'b']));

  it('is inside the subtree of every ancestor, whatever the order of the units', () => {
    const forest = fc
      .array(fc.nat(), { maxLength: 40 })
      .map((parents) =>
        parents.map((parent, index) => unit(`u${index}`, index === 0 ? null : `u${parent % index}`)),
      );
    fc.assert(
      fc.property(forest, (units) => {
        const backwards = [...units].reverse();
        for (const { id, parentId } of units) {
          const below = subtreeOf(backwards, id);
          expect(below.sort()).toEqual(subtreeOf(units, id).sort());
          if (parentId !== null) expect(subtreeOf(units, parentId)).toEqual(expect.arrayContaining(below));
        }
      }),
      { numRuns: 50 },
    );
  });
});
