import type { RowReport } from '@benkan/contracts/imports';
import type { HeadOf, ImportKind, Recognised, RowDraft, ValuesOf } from '@benkan/imports-domain';
import type { OpenedSheet } from '../kinds/kind';
import { both, type Done, type Trouble } from '../kinds/step';
import { reportOf, unsaid } from '../report/row-report';
import { sideBySide } from './side-by-side';

export type RunRows<K extends ImportKind> = {
  readonly recognised: Recognised<HeadOf<K>, ValuesOf<K>>;
  readonly sheet: OpenedSheet<ValuesOf<K>>;
  readonly width: number;
  readonly signal: AbortSignal;
  /** Says what a row without a word of its own would be shown as, e.g. the recorded name of a differing one. */
  readonly enrich: (done: Done, values: ValuesOf<K>) => Promise<Done>;
  /** A row's own commands were said. */
  readonly onSaid: () => void;
  /** What became of a row is known. */
  readonly onReport: (report: RowReport) => void;
};

const keyOf = ({ line }: { readonly line: number }): string => `line ${line}`;

const asTrouble = ({
  code,
  column,
  value,
}: {
  code: string;
  column: string;
  value: string | null;
}): Trouble => ({ code, column, value });

const UNSAID: Done = { changed: false, troubles: [] };
const NOTHING_LATER: ReadonlyMap<string, Done> = new Map();

/** Says every row, some side by side, then what the whole sheet says; reports in the order of the sheet. */
export const runRows = async <K extends ImportKind>(run: RunRows<K>): Promise<readonly RowReport[]> => {
  const { sheet, enrich, onSaid, onReport, recognised } = run;

  const report = async (draft: RowDraft<ValuesOf<K>>, done: Done): Promise<RowReport> => {
    const { line } = draft;
    if (draft.kind === 'refused') return unsaid(line, 'refused', draft.problems.map(asTrouble));
    if (draft.kind === 'duplicate')
      return unsaid(line, 'warning', [{ code: 'duplicate-line', column: null, value: `ligne ${draft.of}` }]);
    return reportOf(line, await enrich(done, draft.values), draft.warnings.map(asTrouble));
  };
  const reported = async (draft: RowDraft<ValuesOf<K>>, done: Done): Promise<RowReport> => {
    const told = await report(draft, done);
    onReport(told);
    return told;
  };

  const alone = await sideBySide(recognised.rows, run, async (draft) => {
    const done = draft.kind === 'row' ? await sheet.row(draft.values, keyOf(draft)) : UNSAID;
    onSaid();
    const waits = draft.kind === 'row' && sheet.close !== undefined;
    return waits ? { draft, done } : { draft, done, told: await reported(draft, done) };
  });
  const later = (await sheet.close?.()) ?? NOTHING_LATER;
  return sideBySide(alone, { ...run, width: 1 }, async ({ draft, done, told }) => {
    return told ?? reported(draft, both(done, later.get(keyOf(draft))));
  });
};
