import type { ImportCounts, RowReport } from '@benkan/contracts/imports';
import {
  recognise,
  type ImportKind,
  type Recognised,
  type HeadOf,
  type ValuesOf,
} from '@benkan/imports-domain';
import type { ServiceDeps } from '@benkan/doors';
import type { Sheet, Spreadsheets } from '@benkan/spreadsheet';
import { kinds } from '../kinds';
import { importerOf } from '../grants';
import type { Kind } from '../kinds/kind';
import { placesOf } from '../kinds/places';
import { sayingFor } from '../kinds/saying';
import { trouble, type Trouble } from '../kinds/step';
import { unsaid } from '../report/row-report';
import { hintFor } from '../report/hints';
import { refusedWorkbook } from '../report/refused-rows';
import { recordedNames } from './recorded-names';
import { NOTHING, type Job } from './job';
import type { JobShelf } from './job-shelf';
import { previewRows } from './preview-rows';
import { runRows } from './run-rows';

export type Running = ServiceDeps & {
  readonly shelf: JobShelf;
  readonly spreadsheets: Spreadsheets;
  readonly signal: AbortSignal;
  readonly onProgress: (job: Job) => void;
};

export const countsOf = (reports: Iterable<RowReport>): ImportCounts => {
  const counts = { ...NOTHING };
  for (const { outcome } of reports) counts[outcome] += 1;
  return counts;
};

const reject = (
  job: Job,
  { code, value, column, differences, by }: Trouble,
  columns: readonly string[],
  at: string,
): Job => ({
  ...job,
  status: 'REJECTED',
  completedAt: at,
  rejection: {
    code,
    hint: hintFor(code, by),
    columns:
      columns.length > 0
        ? [...columns]
        : [column, value, ...(differences ?? []).map(({ field }) => field)].filter((part) => part !== null),
  },
});

type Finished = { readonly job: Job; readonly reports: readonly RowReport[]; readonly workbook?: Uint8Array };

type Read<K extends ImportKind> = {
  readonly recognised: Recognised<HeadOf<K>, ValuesOf<K>>;
  readonly sheets: readonly Sheet[];
};

const completed = async <K extends ImportKind>(
  running: Running,
  job: Job,
  { recognised, sheets }: Read<K>,
  reports: readonly RowReport[],
): Promise<Finished> => {
  const counts = countsOf(reports);
  const done: Job = {
    ...job,
    status: 'COMPLETED',
    completedAt: running.now().toISOString(),
    counts,
    progress: { done: recognised.rows.length, total: recognised.rows.length },
  };
  const rows = sheets.find(({ name }) => name === recognised.sheet)?.rows ?? [];
  if (counts.refused === 0) return { job: done, reports };
  return {
    job: done,
    reports,
    workbook: await refusedWorkbook(running.spreadsheets, { rows, header: recognised.header }, reports),
  };
};

const headReport = (troubles: readonly Trouble[]): readonly RowReport[] =>
  troubles.length === 0 ? [] : [unsaid(1, 'refused', troubles)];

const placesFor = ({ ask, store, vault, shelf }: Running, job: Job) =>
  placesOf({ ask, store, vault, remember: shelf.remembered(job.id) }, importerOf(job));

/** What would become of each row, as far as it can be known without saying it. */
const look = async <K extends ImportKind>(
  running: Running,
  job: Job & { readonly importKind: K },
  read: Read<K>,
): Promise<Finished> => {
  const kind: Kind<K> = kinds[job.importKind];
  const looked = await kind.look?.(placesFor(running, job), read.recognised.head);
  if (looked?.kind === 'rejected')
    return { job: reject(job, looked.trouble, [], running.now().toISOString()), reports: [] };
  const rows = await previewRows<K>(read.recognised, looked?.row, running.signal);
  return completed(running, job, read, [...headReport(looked?.troubles ?? []), ...rows]);
};

const say = async <K extends ImportKind>(
  running: Running,
  job: Job & { readonly importKind: K },
  read: Read<K>,
): Promise<Finished> => {
  const { tell, store, signal, vault } = running;
  const { recognised } = read;
  const kind: Kind<K> = kinds[job.importKind];
  const working = {
    say: sayingFor(tell, importerOf(job), job.id, signal),
    places: placesFor(running, job),
  };
  const opened = await kind.open(working, recognised.head);
  if (opened.kind === 'rejected')
    return { job: reject(job, opened.trouble, [], running.now().toISOString()), reports: [] };

  let counts = NOTHING;
  let done = 0;
  const total = recognised.rows.length;
  const reports = await runRows<K>({
    recognised,
    sheet: opened,
    width: kind.width,
    signal,
    enrich: recordedNames(vault, opened.unitId),
    onSaid: () => {
      done += 1;
      running.onProgress({ ...job, progress: { done, total }, counts });
    },
    onReport: ({ outcome }) => {
      counts = { ...counts, [outcome]: counts[outcome] + 1 };
      running.onProgress({ ...job, progress: { done, total }, counts });
    },
  });
  const position = (await store.head())?.commit.toString() ?? null;
  return completed(running, { ...job, position }, read, [...headReport(opened.troubles), ...reports]);
};

/** Reads the file of a job, says its rows, and tells what became of each. */
export const runJob = async (running: Running, job: Job): Promise<Finished> => {
  const { shelf, spreadsheets, now } = running;
  const bytes = await shelf.file(job);
  if (bytes === undefined)
    return { job: reject(job, trouble('file-lost'), [], now().toISOString()), reports: [] };
  const file = await spreadsheets.read(bytes);
  if (file.kind === 'refused')
    return { job: reject(job, trouble(file.code), [], now().toISOString()), reports: [] };
  const recognised = recognise(job.importKind, file.sheets);
  if (recognised.kind === 'refused') {
    const { code, columns = [], value } = recognised;
    return {
      job: reject(job, trouble(code, null, value ?? null), columns, now().toISOString()),
      reports: [],
    };
  }
  const read = { recognised, sheets: file.sheets };
  return job.dryRun ? look(running, job, read) : say(running, job, read);
};
