import type { RowReport } from '@benkan/contracts/imports';
import type { HeadOf, ImportKind, Recognised, RowDraft, ValuesOf } from '@benkan/imports-domain';
import { trouble, type Trouble } from '../kinds/step';
import { reportOf, unsaid } from '../report/row-report';
import { sideBySide } from './side-by-side';

/** Questions under way at one time. */
const WIDTH = 8;

const WELL = { changed: true, troubles: [] };

/** What would become of each row: as it was read, and by what is recorded where that can be asked. */
export const previewRows = <K extends ImportKind>(
  { rows }: Recognised<HeadOf<K>, ValuesOf<K>>,
  look: ((values: ValuesOf<K>) => Promise<readonly Trouble[]>) | undefined,
  signal: AbortSignal,
): Promise<readonly RowReport[]> =>
  sideBySide(rows, { width: WIDTH, signal }, async (draft: RowDraft<ValuesOf<K>>) => {
    const { line } = draft;
    if (draft.kind === 'refused') return unsaid(line, 'refused', draft.problems);
    if (draft.kind === 'duplicate')
      return unsaid(line, 'warning', [trouble('duplicate-line', null, `ligne ${draft.of}`)]);
    const troubles = (await look?.(draft.values)) ?? [];
    return reportOf(line, { ...WELL, troubles }, draft.warnings);
  });
