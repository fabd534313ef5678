import { fold } from '../text';

export type TrainingTheme =
  | 'GOUVERNANCE_PARTICIPATIVE'
  | 'EVALUATION_SECURITAIRE'
  | 'FORMULATION_RECOMMANDATIONS'
  | 'POLICE_PROXIMITE'
  | 'MANDATS_ROLES'
  | 'RSS'
  | 'AUTRE';

export type RecommendationTheme =
  | 'ECLAIRAGE_PUBLIC'
  | 'PATROUILLES'
  | 'VOIRIE_OCCUPATION'
  | 'STUPEFIANTS_JEUNES'
  | 'INFORMATION_COMMUNAUTAIRE'
  | 'ACCUEIL_DES_FEMMES'
  | 'AUTRE';

type Table<T> = readonly (readonly [RegExp, T])[];

const TRAINING: Table<TrainingTheme> = [
  [/\bgouvernance\b|\bgovernance\b/, 'GOUVERNANCE_PARTICIPATIVE'],
  [
    /\bevaluation(s)? securitaires?\b|\bdiagnostics? securitaires?\b|\bsecurity assessment\b/,
    'EVALUATION_SECURITAIRE',
  ],
  [/\brecommandations?\b|\brecommendations?\b/, 'FORMULATION_RECOMMANDATIONS'],
  [/\bpolice de proximite\b|\bcommunity policing\b/, 'POLICE_PROXIMITE'],
  [/\bmandats?\b|\broles?\b|\bmissions du ccs\b/, 'MANDATS_ROLES'],
  [/\brss\b|\breforme du secteur\b|\bssr\b|\bsecurity sector reform\b/, 'RSS'],
];

const RECOMMENDATION: Table<RecommendationTheme> = [
  [/\beclairage\b|\blighting\b/, 'ECLAIRAGE_PUBLIC'],
  [/\bpatrouilles?\b|\bpatrols?\b/, 'PATROUILLES'],
  [/\bvoies\b|\bvoirie\b|\boccupation\b|\broads?\b/, 'VOIRIE_OCCUPATION'],
  [/\bstupefiants?\b|\bdrogues?\b|\bdrugs?\b/, 'STUPEFIANTS_JEUNES'],
  [/\baccueil des (femmes|victimes)\b|\breception of women\b/, 'ACCUEIL_DES_FEMMES'],
  [/\binformation\b|\bsensibilisation\b/, 'INFORMATION_COMMUNAUTAIRE'],
];

const inTable = <T extends string>(table: Table<T>, text: string): T | undefined => {
  const folded = fold(text);
  return table.find(([pattern, code]) => pattern.test(folded) || fold(code) === folded)?.[1];
};

/** The theme a training module is about; undefined when the table does not know it. */
export const trainingTheme = (text: string): TrainingTheme | undefined => inTable(TRAINING, text);

/** What a recommendation is about; undefined when the table does not know it. */
export const recommendationTheme = (text: string): RecommendationTheme | undefined =>
  inTable(RECOMMENDATION, text);
