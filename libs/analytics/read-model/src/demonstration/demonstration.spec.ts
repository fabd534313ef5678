import { INDICATOR_CODES, indicatorItem } from '@benkan/contracts/analytics';
import { INDICATORS, indicators, type Figure, type Indicator } from '@benkan/analytics-domain';
import { demonstration, expected } from './testing';
import { standingAt } from '../facts/fact-document';
import { factsProjection } from '../facts/facts-projection';
import { replay, told } from '@benkan/testing';

type Shares = Readonly<Record<string, { readonly numerator: number; readonly denominator: number }>>;
type Expected = {
  readonly window: { readonly from: string; readonly to: string };
  readonly indicators: Shares & {
    readonly 'IND-03': {
      readonly unique: number;
      readonly completed: number;
      readonly participations: number;
    };
    readonly 'IND-12': { readonly count: number };
    readonly 'IND-20': { readonly pairs: number; readonly meanGain: number };
  };
  readonly statutoryMeetings: number;
  readonly byCommune: Readonly<
    Record<string, Readonly<Record<'unique' | 'women' | 'youth' | 'fsi' | 'statutoryMeetings', number>>>
  >;
};

const { window, indicators: shares, statutoryMeetings, byCommune } = expected as Expected;
const facts = Object.values(replay(factsProjection, told(...demonstration()))).flatMap(({ versions }) =>
  versions.filter(standingAt(undefined)).map(({ fact }) => fact),
);
const figures = indicators(facts, { ...window, youth: '15-35' });
const figure = (code: Indicator, territory = 'ML'): Figure | undefined =>
  figures.find((one) => one.code === code && one.territory.code === territory);

describe('the demonstration, Bamako 2024-2025', () => {
  it.each(['IND-01', 'IND-02', 'IND-04', 'IND-05', 'IND-06', 'IND-14'] as const)(
    'gives the published terms of %s',
    (code) => {
      const { numerator, denominator } = shares[code] ?? { numerator: NaN, denominator: NaN };
      const value = Math.round((numerator / denominator) * 1e6) / 1e6;
      expect(figure(code)).toMatchObject({ numerator, denominator, value, notReported: 0 });
    },
  );

  it('gives the published people, completions and participations', () => {
    const { unique: numerator, completed, participations } = shares['IND-03'];
    expect(figure('IND-03')).toMatchObject({ numerator, details: { completed, participations } });
  });

  it('gives the published recommendations and meetings', () => {
    expect(figure('IND-12')?.numerator).toBe(shares['IND-12'].count);
    expect(figure('IND-14')?.details).toEqual({ partial: 6, claimed: 0 });
    expect(figure('IND-01')?.details).toEqual({ statutoryMeetings });
  });

  it('gives the published gain', () => {
    const { pairs, meanGain } = shares['IND-20'];
    expect(figure('IND-20')).toMatchObject({ denominator: pairs, value: meanGain });
  });

  it.each(Object.entries(byCommune))('gives the published figures of %s', (code, commune) => {
    expect(figure('IND-03', code)).toMatchObject({
      numerator: commune.unique,
      details: { women: commune.women, youth: commune.youth, isf: commune.fsi },
    });
    expect(figure('IND-01', code)?.details).toEqual({ statutoryMeetings: commune.statutoryMeetings });
  });

  it('says the same of the District as of the country, and nothing of a région where nothing happened', () => {
    const told = (territory: string) =>
      figures
        .filter((one) => one.territory.code === territory)
        .map(({ numerator, denominator, details }) => ({ numerator, denominator, details }));
    expect(told('ML09')).toEqual(told('ML'));
    expect(figure('IND-03', 'ML01')).toMatchObject({ numerator: 0 });
    expect(figure('IND-04', 'ML01')).toMatchObject({ denominator: 0, value: null });
  });

  it('gives figures as the contract wants them', () => {
    expect(INDICATORS).toEqual(INDICATOR_CODES);
    const id = '11111111-1111-5111-8111-111111111111';
    for (const { territory, ...measure } of figures) {
      const item = { ...measure, name: { fr: 'x', en: 'x' }, territory: { ...territory, id, name: 'x' } };
      expect(indicatorItem.parse(item)).toEqual(item);
    }
  });
});
