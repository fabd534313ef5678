/** Something that happened, in the past tense, as plain data. */
export type Fact<Type extends string = string, Data = unknown> = {
  readonly type: Type;
  readonly data: Data;
};

/** A fold: where a state begins and how one fact moves it. */
export type Fold<State, F extends Fact> = {
  readonly initial: State;
  readonly evolve: (state: State, fact: F) => State;
};

/** The state after all facts, in order. */
export const fold = <State, F extends Fact>(
  { initial, evolve }: Fold<State, F>,
  facts: Iterable<F>,
): State => {
  let state = initial;
  for (const fact of facts) state = evolve(state, fact);
  return state;
};
