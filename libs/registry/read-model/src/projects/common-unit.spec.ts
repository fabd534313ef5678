import { commonUnit } from './common-unit';

const tree = [
  { id: 'mali', parentId: null },
  { id: 'segou', parentId: 'mali' },
  { id: 'kayes', parentId: 'mali' },
  { id: 'niono', parentId: 'segou' },
  { id: 'bla', parentId: 'segou' },
  { id: 'diema', parentId: 'kayes' },
];

describe('the smallest unit that holds all', () => {
  it.each([
    [['niono'], 'niono'],
    [['niono', 'bla'], 'segou'],
    [['niono', 'segou'], 'segou'],
    [['niono', 'diema'], 'mali'],
    [[], undefined],
    [['nowhere'], undefined],
    [['niono', 'nowhere'], undefined],
  ])('of %j is %s', (unitIds, expected) => expect(commonUnit(tree, unitIds)).toBe(expected));
});
