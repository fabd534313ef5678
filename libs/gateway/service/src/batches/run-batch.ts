import type { BatchOutcome } from '@benkan/contracts';
import { HttpProblem } from '../http/problem';

/** Commands under way at one time, of one batch. */
const AT_ONCE = 8;

export type Answer = Extract<BatchOutcome, { outcome: 'ok' }>['answer'];
/** What became of one command. */
export type Outcome = { readonly answer: Answer } | { readonly problem: HttpProblem };

/** Whether the same again may well succeed: nothing was wrong with the command itself. */
export const maySucceedLater = ({ status }: HttpProblem): boolean =>
  status === 401 || status === 429 || status >= 500;

const failed = (outcome: Outcome): boolean => 'problem' in outcome && maySucceedLater(outcome.problem);

export type Batch = {
  /** For each command, the earlier ones it waits for. */
  readonly earlier: readonly (readonly number[])[];
  /** Sends one command. Throws an `HttpProblem` for every "no". */
  readonly send: (index: number) => Promise<Answer>;
  /** Once aborted, what was not begun is not tried. */
  readonly signal: AbortSignal;
};

const attempted = async (send: () => Promise<Answer>): Promise<Outcome> => {
  try {
    return { answer: await send() };
  } catch (error) {
    if (error instanceof HttpProblem) return { problem: error };
    throw error;
  }
};

/** Each command once, after those it waits for; one "no" does not stop the others. */
export const runBatch = async ({ earlier, send, signal }: Batch): Promise<readonly Outcome[]> => {
  const begun: Promise<Outcome>[] = [];
  const outcomeOf = async (index: number): Promise<Outcome> => {
    const before = await Promise.all((earlier[index] ?? []).flatMap((each) => begun[each] ?? []));
    if (before.some(failed)) return { problem: new HttpProblem('earlier-failed') };
    if (signal.aborted) return { problem: new HttpProblem('batch-cut-short') };
    return attempted(() => send(index));
  };
  const work = async (): Promise<void> => {
    while (begun.length < earlier.length) {
      const outcome = outcomeOf(begun.length);
      begun.push(outcome);
      await outcome;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return Promise.all(begun);
};
