import type { Fact } from './fact';

/** What differs, shown side by side to the person who must choose. Personal values never enter here. */
export type Difference = {
  readonly field: string;
  readonly recorded: string | number | boolean | null;
  readonly given: string | number | boolean | null;
};

/** A "no" of the domain: an ordinary value, listed in the contract of the command. */
export type Refusal<Code extends string = string> = {
  readonly kind: 'refused';
  readonly code: Code;
  readonly differences?: readonly Difference[];
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
