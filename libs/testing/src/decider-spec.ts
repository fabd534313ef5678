import { fold, type Decision, type Difference, type Fact, type Fold } from '@benkan/kernel';

/**
 * Specs that read as sentences: `given(convened, held).when(command).then(recorded)`.
 * `then()` with no fact means: accepted, and nothing new to say.
 */
export const spec = <Command, State, F extends Fact, Said extends F, Code extends string>(
  aggregate: Fold<State, F>,
  decide: (command: Command, state: State) => Decision<Said, Code>,
) => ({
  given: (...facts: readonly F[]) => ({
    when: (command: Command) => {
      const decision = decide(command, fold(aggregate, facts));
      return {
        then: (...expected: readonly Said[]) =>
          expect(decision).toEqual({ kind: 'accepted', facts: expected }),
        thenRefused: (code: Code, differing?: readonly Difference['field'][]) => {
          expect(decision).toMatchObject({ kind: 'refused', code });
          if (differing === undefined || decision.kind === 'accepted') return;
          expect(decision.differences?.map(({ field }) => field)).toEqual(differing);
        },
      };
    },
  }),
});
