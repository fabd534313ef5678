import fc from 'fast-check';
import { HttpProblem } from '../http/problem';
import { runBatch, type Answer, type Outcome } from './run-batch';

const answered = (index: number): Answer => ({
  id: String(index),
  revision: '0',
  position: String(index),
  changed: true,
});
const open = new AbortController().signal;
const codeOf = (outcome: Outcome | undefined): string =>
  outcome === undefined || 'answer' in outcome ? 'ok' : outcome.problem.code;

const run = async (
  earlier: readonly (readonly number[])[],
  problems: Readonly<Record<number, string>>,
  signal = open,
) => {
  const begun: number[] = [];
  const outcomes = await runBatch({
    earlier,
    signal,
    send: async (index) => {
      begun.push(index);
      const code = problems[index];
      if (code !== undefined) throw new HttpProblem(code);
      return answered(index);
    },
  });
  return { begun, codes: outcomes.map(codeOf) };
};

describe('a batch', () => {
  it('tries a command though another was refused', async () =>
    expect(await run([[], [0]], { 0: 'differs-from-recorded' })).toEqual({
      begun: [0, 1],
      codes: ['differs-from-recorded', 'ok'],
    }));

  it('does not try what waits for one that failed, nor what waits for that', async () =>
    expect(await run([[], [0], [1], []], { 0: 'unavailable' })).toEqual({
      begun: [0, 3],
      codes: ['unavailable', 'earlier-failed', 'earlier-failed', 'ok'],
    }));

  it.each(['token-expired', 'too-many-requests', 'storage-full'])('holds %s for a failure', async (code) =>
    expect((await run([[], [0]], { 0: code })).codes).toEqual([code, 'earlier-failed']),
  );

  it('tries nothing more once nobody listens', async () => {
    const over = new AbortController();
    over.abort();
    expect(await run([[], []], {}, over.signal)).toEqual({
      begun: [],
      codes: ['batch-cut-short', 'batch-cut-short'],
    });
  });

  it('passes a bug on', () =>
    expect(
      runBatch({ earlier: [[], []], signal: open, send: () => Promise.reject(new TypeError('bug')) }),
    ).rejects.toThrow('bug'));

  it('sends each once, never before those it waits for, at most eight at a time', () =>
    fc.assert(
      fc.asyncProperty(
        fc
          .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 40 })
          .map((lists) =>
            lists.map((list, index) => (index === 0 ? [] : [...new Set(list.map((n) => n % index))])),
          ),
        fc.scheduler(),
        async (earlier, scheduler) => {
          const ended = new Set<number>();
          const sent: number[] = [];
          let most = 0;
          const reply = scheduler.scheduleFunction(async (index: number) => {
            ended.add(index);
            return answered(index);
          });
          const send = (index: number): Promise<Answer> => {
            expect((earlier[index] ?? []).every((each) => ended.has(each))).toBe(true);
            sent.push(index);
            most = Math.max(most, sent.length - ended.size);
            return reply(index);
          };
          const outcomes = await scheduler.waitFor(runBatch({ earlier, signal: open, send }));
          expect(most).toBeLessThanOrEqual(8);
          expect([...sent].sort((a, b) => a - b)).toEqual(earlier.map((_, index) => index));
          expect(outcomes.map(codeOf).every((code) => code === 'ok')).toBe(true);
        },
      ),
      { numRuns: 200 },
    ));
});
