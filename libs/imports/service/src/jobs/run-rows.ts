import type { RowReport } from '@benkan/contracts/imports';
import type { ImportKind, Recognised, RowDraft, ValuesOf, HeadOf } from '@benkan/imports-domain';
import type { Opened } from '../kinds/kind';
import type { Done, Trouble } from '../kinds/step';
import { reportOf, unsaid } from '../report/row-report';

export type RunRows<K extends ImportKind> = {
  readonly recognised: Recognised<HeadOf<K>, ValuesOf<K>>;
  readonly row: Extract<Opened<ValuesOf<K>>, { kind: 'opened' }>['row'];
  readonly width: number;
  readonly signal: AbortSignal;
  /** Says what a row without a word of its own would be shown as, e.g. the recorded name of a differing one. */
  readonly enrich: (done: Done, values: ValuesOf<K>) => Promise<Done>;
  readonly onRow: (report: RowReport) => void;
};

const asTrouble = ({
  code,
  column,
  value,
}: {
  code: string;
  column: string;
  value: string | null;
}): Trouble => ({ code, column, value });

const one = async <K extends ImportKind>(
  { row, enrich }: RunRows<K>,
  draft: RowDraft<ValuesOf<K>>,
): Promise<RowReport> => {
  const { line } = draft;
  if (draft.kind === 'refused') return unsaid(line, 'refused', draft.problems.map(asTrouble));
  if (draft.kind === 'duplicate')
    return unsaid(line, 'warning', [{ code: 'duplicate-line', column: null, value: `ligne ${draft.of}` }]);
  const done = await row(draft.values, `line ${line}`);
  return reportOf(line, await enrich(done, draft.values), draft.warnings.map(asTrouble));
};

/** Says the rows, several side by side; the reports come back in the order of the sheet. */
export const runRows = async <K extends ImportKind>(run: RunRows<K>): Promise<readonly RowReport[]> => {
  const { rows } = run.recognised;
  const reports: RowReport[] = [];
  let next = 0;
  const worker = async () => {
    while (next < rows.length) {
      run.signal.throwIfAborted();
      const index = next;
      next += 1;
      const draft = rows[index];
      if (draft === undefined) return;
      const report = await one(run, draft);
      reports[index] = report;
      run.onRow(report);
    }
  };
  await Promise.all(Array.from({ length: run.width }, worker));
  return reports;
};
