import { keysOf, everyKey } from '@benkan/testing';
import { listUnits, type ListUnits } from './list-units';
import { subtreeOf } from './subtree-of';
import { onMap, shownOn, treeOn } from './unit-map';
import type { UnitView } from './unit-view';

const text = (digest: string) => ({ textRef: 'ref', digest });
const always = { validFrom: null, validTo: null };
type Part = Partial<UnitView['versions'][number]>;

const unit = (id: string, order: string, ...versions: readonly Part[]): UnitView => ({
  id,
  versions: versions.map((part) => ({
    ...{ unitType: 'COMMUNE', parentId: 'bko', name: text('old'), ...always },
    ...part,
  })),
  codes: [{ system: 'HDX_COD', edition: '2015', code: order, ...always }],
  ...{ changes: [], inferred: [], predecessors: [], successors: [], revision: '0', order, changedAt: '' },
});

const REFORM = '2025-08-01';
const units = [
  unit('bko', 'ML09', { unitType: 'DISTRICT', parentId: null }),
  unit(
    'c6',
    'ML090106',
    { validTo: REFORM },
    { unitType: 'ARRONDISSEMENT', name: text('new'), validFrom: REFORM },
  ),
  unit('c5', 'ML090105', { validTo: REFORM }),
  unit(
    'q',
    'ML090106001',
    { unitType: 'NEIGHBOURHOOD', parentId: 'c6', validTo: REFORM },
    {
      ...{ unitType: 'NEIGHBOURHOOD', parentId: 'a7', validFrom: REFORM },
    },
  ),
  unit('a7', '', { unitType: 'ARRONDISSEMENT', validFrom: REFORM }),
];
const listed = (map: string, request: Partial<ListUnits> = {}) =>
  keysOf(listUnits(units, { limit: 50, map, ...request }));

describe('the map of a day', () => {
  const named = (id: string, day: string) =>
    units.flatMap((each) => (each.id === id ? [shownOn(each, day)] : []))[0];

  it('shows what a unit was on it', () => {
    expect(named('c6', '2025-07-31')).toMatchObject({ unitType: 'COMMUNE', name: text('old') });
    expect(named('c6', REFORM)).toMatchObject({ unitType: 'ARRONDISSEMENT', name: text('new') });
  });

  it('lists what exists on it, by code', () => {
    expect(listed('2025-07-31')).toEqual(['bko', 'c5', 'c6', 'q']);
    expect(listed(REFORM)).toEqual(['a7', 'bko', 'c6', 'q']);
  });

  it('lists what has ended too where that is asked for, but nothing that is to come', () => {
    expect(listed(REFORM, { ended: true })).toEqual(['a7', 'bko', 'c5', 'c6', 'q']);
    expect(listed('2025-07-31', { ended: true })).toEqual(['bko', 'c5', 'c6', 'q']);
  });

  it('shows a unit beyond its days as it last was or first will be, and says so', () => {
    expect(named('c5', '2026-01-01')).toMatchObject({ standing: false, validTo: REFORM });
    expect(named('a7', '2020-01-01')).toMatchObject({ standing: false, validFrom: REFORM });
    expect(units.flatMap((each) => onMap(each, REFORM) ?? []).map(({ id }) => id)).not.toContain('c5');
  });

  it('keeps to type, parent, code and subtree of that day', () => {
    expect(listed('2025-07-31', { unitType: 'ARRONDISSEMENT' })).toEqual([]);
    expect(listed(REFORM, { unitType: 'ARRONDISSEMENT' })).toEqual(['a7', 'c6']);
    expect(listed('2025-07-31', { parentId: 'c6' })).toEqual(['q']);
    expect(listed(REFORM, { parentId: 'c6' })).toEqual([]);
    expect(listed(REFORM, { code: 'ML090106' })).toEqual(['c6']);
    expect(listed(REFORM, { unitIds: [] })).toEqual([]);
    const below = (day: string) => subtreeOf(treeOn(units, day), 'c6').sort();
    expect([below('2025-07-31'), below(REFORM)]).toEqual([['c6', 'q'], ['c6']]);
  });

  it('hides a code outside its days', () => {
    const [first] = units;
    if (first === undefined) throw new Error('no units');
    const until = { ...first, codes: first.codes.map((code) => ({ ...code, validTo: REFORM })) };
    const found = (map: string) => keysOf(listUnits([until], { limit: 5, map, code: 'ML09' }));
    expect([found('2025-07-31'), found(REFORM)]).toEqual([['bko'], []]);
  });

  it('gives every unit once, page after page, and refuses a cursor of another list', async () => {
    const page = (after: string | undefined) =>
      Promise.resolve(listUnits(units, { limit: 1, map: REFORM, after }));
    expect(await everyKey(page)).toEqual(['a7', 'bko', 'c6', 'q']);
    for (const after of ['no cursor', Buffer.from('[1,2]').toString('base64url')])
      expect(listed(REFORM, { after })).toBe('bad-cursor');
  });
});
