import type { AnalyticsFact } from '@benkan/analytics-domain';
import { replay, told } from '@benkan/testing';
import { onMap } from './dated-unit';
import { factsProjection } from './facts-projection';

const text = (digest: string) => ({ textRef: '11111111-1111-5111-8111-111111111111', digest });
const always = { validFrom: null, validTo: null };
const code = { system: 'HDX_COD', edition: '2015', code: 'ML090106' };
const REFORM = '2025-08-01';
const dated = { unitId: 'c6', effectiveOn: REFORM, legalAct: null };
const registered = {
  type: 'unit-registered',
  data: {
    ...{ unitId: 'c6', unitType: 'COMMUNE', parentId: 'bko', name: text('old'), validFrom: null },
    codes: [code],
  },
};
const reform = [
  { type: 'unit-reclassified', data: { ...dated, unitType: 'ARRONDISSEMENT' } },
  { type: 'unit-renamed', data: { ...dated, name: text('new') } },
  { type: 'unit-moved', data: { ...dated, effectiveOn: '2025-09-01', parentId: 'elsewhere' } },
];

type Fact = { readonly type: string; readonly data: object };

const standing = (...facts: readonly Fact[]): AnalyticsFact => {
  const version = replay(factsProjection, told(...facts))['unit:c6']?.versions.at(-1);
  if (version === undefined) throw new Error('no unit');
  return version.fact;
};

describe('a unit on the map of a day', () => {
  it('is what it was before, and what it became', () => {
    const fact = standing(registered, ...reform);
    const was = { kind: 'unit', unitId: 'c6', unitType: 'COMMUNE', parentId: 'bko', name: text('old') };
    const codes = [{ ...code, ...always }];
    expect(onMap(fact, '2025-07-31')).toEqual({ ...was, codes });
    const became = { ...was, unitType: 'ARRONDISSEMENT', name: text('new'), codes };
    expect(onMap(fact, REFORM)).toEqual(became);
    expect(onMap(fact, '2025-09-01')).toEqual({ ...became, parentId: 'elsewhere' });
  });

  it('is no territory after its end, and lies where it lay', () => {
    const fact = standing(registered, { type: 'unit-retired', data: dated });
    expect(onMap(fact, '2025-07-31')).toMatchObject({ unitType: 'COMMUNE', parentId: 'bko' });
    expect(onMap(fact, REFORM)).toMatchObject({ unitType: 'NOT_ON_MAP', parentId: 'bko' });
  });

  it('lies in what it was merged into', () => {
    const fact = standing(registered, { type: 'unit-merged', data: { ...dated, into: 'c5' } });
    expect(onMap(fact, REFORM)).toMatchObject({ unitType: 'NOT_ON_MAP', parentId: 'c5' });
    expect(onMap(fact, '2025-07-31')).toMatchObject({ unitType: 'COMMUNE', parentId: 'bko' });
  });

  it('goes on where it was split into itself and another', () => {
    const split = (into: readonly string[]) => ({ type: 'unit-split', data: { ...dated, into } });
    expect(onMap(standing(registered, split(['c6', 'c7'])), REFORM)).toMatchObject({ unitType: 'COMMUNE' });
    expect(onMap(standing(registered, split(['c7', 'c8'])), REFORM)).toMatchObject({
      unitType: 'NOT_ON_MAP',
    });
  });

  it('is not there before it begins', () => {
    const young = { ...registered, data: { ...registered.data, validFrom: REFORM } };
    expect(onMap(standing(young), '2025-07-31')).toMatchObject({
      ...{ unitType: 'NOT_ON_MAP', parentId: 'bko' },
    });
    expect(onMap(standing(young), REFORM)).toMatchObject({ unitType: 'COMMUNE' });
  });

  it('bears the codes of the day', () => {
    const next = { ...code, edition: '2021', validFrom: '2021-01-01', validTo: null };
    const old = { ...code, validFrom: null, validTo: '2021-01-01' };
    const fact = standing(
      registered,
      { type: 'code-assigned', data: { unitId: 'c6', ...next } },
      { type: 'code-assigned', data: { unitId: 'c6', ...old } },
    );
    expect(onMap(fact, '2020-12-31')).toMatchObject({ codes: [old] });
    expect(onMap(fact, '2021-01-01')).toMatchObject({ codes: [next] });
  });

  it('leaves every other fact alone', () => {
    const committee = { type: 'committee-installed', data: { committeeId: 'x', installedOn: REFORM } };
    expect(replay(factsProjection, told(committee, ...reform))).toEqual({});
  });
});
