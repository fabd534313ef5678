import type { Satisfaction } from './training';

export type UnfitSatisfaction = 'questions-repeat' | 'counts-do-not-fit-scale';

/** Why counts cannot stand: a question asked twice, or another number of counts than the scale has levels. */
export const unfit = ({ scale, questions }: Satisfaction): UnfitSatisfaction | undefined => {
  if (new Set(questions.map(({ question }) => question)).size < questions.length) return 'questions-repeat';
  return questions.some(({ counts }) => counts.length !== scale) ? 'counts-do-not-fit-scale' : undefined;
};

/** Answers in the two most satisfied levels, over all answers. */
export const topTwoBox = (
  counts: readonly number[],
): { readonly numerator: number; readonly denominator: number } => {
  const sum = (some: readonly number[]): number => some.reduce((total, one) => total + one, 0);
  return { numerator: sum(counts.slice(-2)), denominator: sum(counts) };
};
