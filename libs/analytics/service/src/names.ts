import type { IndicatorItem } from '@benkan/contracts/analytics';

/** What each indicator is called. */
export const NAMES: Readonly<Record<IndicatorItem['code'], IndicatorItem['name']>> = {
  'IND-01': { fr: 'Taux de tenue des réunions statutaires', en: 'Statutory meeting rate' },
  'IND-02': { fr: 'Couverture communale', en: 'Committee coverage' },
  'IND-03': { fr: 'Participants formés', en: 'People trained' },
  'IND-04': { fr: 'Part des femmes parmi les formés', en: 'Women’s share of people trained' },
  'IND-05': { fr: 'Part des jeunes parmi les formés', en: 'Youth share of people trained' },
  'IND-06': { fr: 'Part des FSI parmi les formés', en: 'Internal security forces’ share of people trained' },
  'IND-12': { fr: 'Recommandations émises', en: 'Recommendations issued' },
  'IND-14': { fr: 'Taux de mise en œuvre des recommandations', en: 'Recommendation implementation rate' },
  'IND-20': { fr: 'Gain de connaissances', en: 'Knowledge gain' },
};
