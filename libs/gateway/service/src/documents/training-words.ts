import type { TRAINING_THEMES } from '@benkan/contracts';
import type { SATISFACTION_QUESTIONS } from '@benkan/contracts/training';
import { listed } from './typography';
import { trainingThemeWords } from './words';

/** « Police de proximité, gouvernance participative et mandats, rôles et responsabilités ». */
export const themesListed = (themes: readonly (typeof TRAINING_THEMES)[number][]): string =>
  listed(
    themes.map((theme, index) => {
      const words = trainingThemeWords[theme];
      return index === 0 ? words : `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
    }),
  );

/** What a satisfaction sheet asks, as it is printed. */
export const satisfactionWords: Readonly<Record<(typeof SATISFACTION_QUESTIONS)[number], string>> = {
  OVERALL: 'La formation dans son ensemble',
  OBJECTIVES: 'Atteinte des objectifs',
  CONTENT: 'Contenu',
  METHODS: 'Méthodes',
  FACILITATION: 'Facilitation',
  MATERIALS: 'Supports remis',
  LOGISTICS: 'Organisation et logistique',
  USEFULNESS: 'Utilité pour le travail du comité',
};
