import type { Fact } from './fact';

/** What differs, shown side by side to the person who must choose. Personal values never enter here. */
export type Difference = {
  readonly field: string;
  readonly recorded: string | number | boolean | null;
  readonly given: string | number | boolean | null;
};

/** What is wrong at one place of a command, e.g. `/lines/3`; the code is one of the contract's refusals. */
export type ProblemAt = { readonly pointer: string; readonly code: string };

/** A "no" of the domain: an ordinary value, listed in the contract of the command. */
export type Refusal<Code extends string = string> = {
  readonly kind: 'refused';
  readonly code: Code;
  readonly differences?: readonly Difference[];
  /** Every place that is wrong, where a command says many things at once. */
  readonly problems?: readonly ProblemAt[];
};

export type Acceptance<F extends Fact = Fact> = { readonly kind: 'accepted'; readonly facts: readonly F[] };

/** A pure answer to a command in a state. Time, identity and chance arrive in the command. */
export type Decision<F extends Fact = Fact, Code extends string = string> = Acceptance<F> | Refusal<Code>;

/** Yes, and these facts follow. No facts: it was already so. */
export const accept = <F extends Fact>(...facts: readonly F[]): Acceptance<F> => ({
  kind: 'accepted',
  facts,
});

/** No, with a code of the contract. */
export const refuse = <Code extends string>(
  code: Code,
  differences?: readonly Difference[],
): Refusal<Code> =>
  differences === undefined ? { kind: 'refused', code } : { kind: 'refused', code, differences };

/** No, and why at each place: nothing of the command is done. */
export const refuseEach = <Code extends string>(
  code: Code,
  problems: readonly ProblemAt[],
): Refusal<Code> => ({ kind: 'refused', code, problems });
