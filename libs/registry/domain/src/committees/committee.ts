import type { Fold } from '@benkan/kernel';
import type { CommitteeFact } from './committee-facts';
import { standing } from './dated';
import { lifeOf, lived, type Life } from './life';

export type * from './committee-facts';

export type Committee =
  | { readonly status: 'unknown' }
  | (Life & { readonly status: 'established' })
  | (Life & { readonly status: 'installed'; readonly installedOn: string });

const evolve = (state: Committee, fact: CommitteeFact): Committee => {
  if (fact.type === 'committee-established') return { status: 'established', ...lifeOf(fact.data) };
  if (state.status === 'unknown') return state;
  if (fact.type === 'committee-installed')
    return state.status === 'established'
      ? { ...state, status: 'installed', installedOn: fact.data.installedOn }
      : state;
  return { ...state, ...lived(state, fact) };
};

/** A security advisory committee (CCS): established by a legal act, then installed on a day. */
export const committee: Fold<Committee, CommitteeFact> = { initial: { status: 'unknown' }, evolve };

/** The unit it advises now. */
export const unitOf = ({ established, transfers }: Life): string =>
  transfers.at(-1)?.unitId ?? established.unitId;

/** Every unit it has ever advised, the one it advises now last. */
export const unitsOf = ({ established, transfers }: Life): readonly string[] => [
  established.unitId,
  ...transfers.map(({ unitId }) => unitId),
];

/** How often it meets by the rules that hold on a day; by those adopted last without one. */
export const frequencyOf = ({ established, rules }: Life, day?: string) =>
  (standing(rules, day) ?? established).frequency;
