import { replay, told, twice } from '@benkan/testing';
import { unitsProjection } from './unit-view';

const id = '11111111-1111-5111-8111-111111111111';
const name = { textRef: id, digest: 'a'.repeat(64) };
const codes = [
  { system: 'ISO_3166_2', edition: '2015', code: 'ML-BKO' },
  { system: 'HDX_COD', edition: '2015', code: 'ML090101' },
];
const data = { unitId: id, unitType: 'COMMUNE', parentId: null, name, codes, validFrom: null };
const events = told({ type: 'unit-registered', data });

describe('units', () => {
  it('is listed by its place code', () => {
    const { unitId: _, ...unit } = data;
    expect(replay(unitsProjection, events)).toEqual({
      [id]: { id, ...unit, revision: '0', order: 'ML090101' },
    });
  });

  it('is listed first when it has no code', () => {
    const bare = told({ type: 'unit-registered', data: { ...data, codes: [] } });
    expect(replay(unitsProjection, bare)[id]?.order).toBe('');
  });

  it('comes back the same, told twice or from scratch', () => {
    const bytes = JSON.stringify(replay(unitsProjection, events));
    expect(JSON.stringify(replay(unitsProjection, twice(events)))).toBe(bytes);
    expect(JSON.stringify(replay(unitsProjection, events))).toBe(bytes);
  });

  it('leaves what is not its own alone', () => {
    expect(replay(unitsProjection, told({ type: 'never-heard-of', data: { unitId: id } }))).toEqual({});
  });
});
