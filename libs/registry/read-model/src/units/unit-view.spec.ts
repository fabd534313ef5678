import { replay, told, twice } from '@benkan/testing';
import { unitsProjection, type UnitView } from './unit-view';

const id = '11111111-1111-5111-8111-111111111111';
const north = '22222222-2222-5222-8222-222222222222';
const south = '33333333-3333-5333-8333-333333333333';
const name = { textRef: id, digest: 'a'.repeat(64) };
const newName = { textRef: id, digest: 'b'.repeat(64) };
const codes = [
  { system: 'ISO_3166_2', edition: '2025', code: 'ML-BKO' },
  { system: 'HDX_COD', edition: '2015', code: 'ML090101' },
];
const data = { unitId: id, unitType: 'COMMUNE', parentId: null, name, codes, validFrom: null };
const registered = { type: 'unit-registered', data };
const other = (unitId: string) => ({ type: 'unit-registered', data: { ...data, unitId, codes: [] } });
const on = (effectiveOn: string) => ({ unitId: id, effectiveOn, legalAct: null });
const always = { validFrom: null, validTo: null };

type Fact = { readonly type: string; readonly data: object };

const viewOf = (...facts: readonly Fact[]): UnitView | undefined =>
  replay(unitsProjection, told(...facts))[id];

describe('units', () => {
  it('is listed by its place code, with its one version', () =>
    expect(viewOf(registered)).toEqual({
      id,
      versions: [{ unitType: 'COMMUNE', parentId: null, name, ...always }],
      codes: codes.map((code) => ({ ...code, ...always })),
      ...{ changes: [], inferred: [], predecessors: [], successors: [], revision: '0', order: 'ML090101' },
      changedAt: `${'100'.padStart(20, '0')}${'100'.padStart(20, '0')}`,
    }));

  it('is listed first when it has no code, and by the code it is given', () => {
    const bare = { ...registered, data: { ...data, codes: [] } };
    expect(viewOf(bare)?.order).toBe('');
    const given = { unitId: id, ...codes[1], ...always };
    expect(viewOf(bare, { type: 'code-assigned', data: given })?.order).toBe('ML090101');
  });

  it('has a version from each day something changed, what changed on one day together', () => {
    const facts = [
      registered,
      { type: 'unit-renamed', data: { ...on('2023-03-13'), name: newName } },
      { type: 'unit-reclassified', data: { ...on('2023-03-13'), unitType: 'ARRONDISSEMENT' } },
      { type: 'unit-moved', data: { ...on('2024-01-01'), parentId: north } },
    ];
    const reformed = { unitType: 'ARRONDISSEMENT', parentId: null, name: newName };
    expect(viewOf(...facts)).toMatchObject({ revision: '3' });
    expect(viewOf(...facts)?.versions).toEqual([
      { unitType: 'COMMUNE', parentId: null, name, validFrom: null, validTo: '2023-03-13' },
      { ...reformed, validFrom: '2023-03-13', validTo: '2024-01-01' },
      { ...reformed, parentId: north, validFrom: '2024-01-01', validTo: null },
    ]);
  });

  it('keeps the act behind each change, by the day it took effect', () => {
    const legalAct = { textRef: id, digest: 'c'.repeat(64) };
    const facts = [
      registered,
      { type: 'unit-moved', data: { ...on('2024-01-01'), parentId: north } },
      { type: 'unit-renamed', data: { ...on('2023-03-13'), legalAct, name: newName } },
      { type: 'unit-reclassified', data: { ...on('2023-03-13'), unitType: 'ARRONDISSEMENT' } },
      { type: 'unit-retired', data: { ...on('2025-01-01'), legalAct } },
    ];
    expect(viewOf(...facts)?.changes).toEqual([
      { change: 'RENAMED', effectiveOn: '2023-03-13', legalAct },
      { change: 'RECLASSIFIED', effectiveOn: '2023-03-13', legalAct: null },
      { change: 'MOVED', effectiveOn: '2024-01-01', legalAct: null },
      { change: 'RETIRED', effectiveOn: '2025-01-01', legalAct },
    ]);
  });

  it('tells until when a code was valid', () => {
    const [iso, cod] = codes;
    const closed = { ...cod, validFrom: null, validTo: '2021-01-01' };
    expect(viewOf(registered, { type: 'code-assigned', data: { unitId: id, ...closed } })?.codes).toEqual([
      { ...iso, ...always },
      closed,
    ]);
  });

  it('says at both ends what a unit became', () => {
    const views = replay(
      unitsProjection,
      told(
        registered,
        other(north),
        { type: 'unit-descended', data: { unitId: north, predecessors: [id] } },
        other(south),
        { type: 'unit-split', data: { ...on('2024-01-01'), into: [north, south] } },
      ),
    );
    expect(views[id]).toMatchObject({ successors: [north, south], predecessors: [], revision: '4' });
    expect(views[id]?.versions.at(-1)?.validTo).toBe('2024-01-01');
    expect(views[north]).toMatchObject({ predecessors: [id], successors: [], revision: '2' });
    expect(views[south]).toMatchObject({ predecessors: [id], revision: '3' });
  });

  it('goes on where it is one of what it was split into, and is no successor of itself', () => {
    const split = { type: 'unit-split', data: { ...on('2024-01-01'), into: [id, north] } };
    const view = viewOf(registered, other(north), split);
    expect(view).toMatchObject({ successors: [north], predecessors: [] });
    expect(view?.versions.at(-1)?.validTo).toBeNull();
  });

  it('keeps what nobody printed', () =>
    expect(
      viewOf(registered, { type: 'unit-inferred', data: { unitId: id, parts: ['PARENT'] } })?.inferred,
    ).toEqual(['PARENT']));

  it('comes back the same, told twice or from scratch', () => {
    const events = told(
      registered,
      { type: 'unit-renamed', data: { ...on('2023-03-13'), name: newName } },
      other(north),
      { type: 'unit-merged', data: { ...on('2024-01-01'), into: north } },
    );
    const bytes = JSON.stringify(replay(unitsProjection, events));
    expect(JSON.stringify(replay(unitsProjection, twice(events)))).toBe(bytes);
    expect(JSON.stringify(replay(unitsProjection, events))).toBe(bytes);
  });

  it('leaves what is not its own alone', () => {
    expect(replay(unitsProjection, told({ type: 'never-heard-of', data: { unitId: id } }))).toEqual({});
    expect(viewOf({ type: 'unit-renamed', data: { ...on('2023-03-13'), name } })).toBeUndefined();
  });
});
