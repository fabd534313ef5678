import { asked, committee, held, mali, training, unit } from './facts.examples';
import { indicators } from './indicators';
import { territoriesOf } from './territories';

const shown = (...[facts, more]: [Parameters<typeof indicators>[0], Partial<typeof asked>?]) => [
  ...new Set(indicators(facts, { ...asked, ...more }).map(({ territory }) => territory.id)),
];

describe('territories', () => {
  it('shows the country, every région, and communes with a committee or an activity', () => {
    expect(shown(mali)).toEqual(['ml', 'ml01', 'ml09']);
    expect(shown([...mali, committee('ml0902')])).toEqual(['ml', 'ml01', 'ml09', 'ml0902']);
    expect(shown([...mali, training('one', 'banconi', '2020-01-01')])).toEqual([
      'ml',
      'ml01',
      'ml09',
      'ml0901',
    ]);
  });

  it('shows a commune that is asked for, active or not', () =>
    expect(shown(mali, { territory: 'ml0101' })).toEqual(['ml0101']));

  it('shows a région and what is below it', () =>
    expect(shown([...mali, committee('ml0902'), committee('ml0101')], { territory: 'ml09' })).toEqual([
      'ml09',
      'ml0902',
    ]));

  it('shows one level, one indicator', () => {
    const facts = [...mali, committee('ml0902')];
    expect(shown(facts, { level: 'COMMUNE' })).toEqual(['ml0902']);
    const one = indicators(facts, { ...asked, level: 'COUNTRY', code: 'IND-02' });
    expect(one).toMatchObject([{ code: 'IND-02', territory: { id: 'ml', level: 'COUNTRY', code: 'ML' } }]);
  });

  it('counts a quartier in its commune, its District and the country', () =>
    expect(territoriesOf(mali).around('banconi')).toEqual(['ml0901', 'ml09', 'ml']));

  it('counts what hangs nowhere in the country', () => {
    const facts = [...mali, committee('nowhere'), held('nowhere', '2024-11-21')];
    expect(indicators(facts, { ...asked, level: 'COUNTRY', code: 'IND-02' })).toMatchObject([
      { numerator: 1 },
    ]);
  });

  it('takes an arrondissement of the District for a commune, no other', () => {
    const found = territoriesOf([
      ...mali,
      unit('a1', 'ARRONDISSEMENT', 'ml09'),
      unit('a2', 'ARRONDISSEMENT', 'ml01'),
    ]);
    expect(found.all.find(({ id }) => id === 'a1')?.level).toBe('COMMUNE');
    expect(found.all.some(({ id }) => id === 'a2')).toBe(false);
  });

  it('goes by the newest HDX code, then ISO, then any', () => {
    const code = (system: string, edition: string, value: string) => ({ system, edition, code: value });
    const codeOf = (...codes: ReturnType<typeof code>[]) =>
      territoriesOf([{ ...unit('r', 'REGION'), codes }]).all[0]?.code;
    const [old, newest] = [code('HDX_COD', '2015', 'ML08'), code('HDX_COD', '2021', 'ML10')];
    const [iso, law] = [code('ISO_3166_2', '2015', 'ML-9'), code('LOI_2023_006', '2023-006', '09')];
    expect(codeOf(law, iso, old, newest)).toBe('ML10');
    expect(codeOf(law, iso)).toBe('ML-9');
    expect([codeOf(law), codeOf()]).toEqual(['09', '']);
  });

  it('ends where parents run in a circle', () =>
    expect(territoriesOf([unit('a', 'REGION', 'b'), unit('b', 'COMMUNE', 'a')]).around('b')).toEqual([
      'b',
      'a',
    ]));
});
