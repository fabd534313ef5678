import type { RequestOf } from '@benkan/contracts';
import {
  getImport,
  getRefusedRows,
  listImports,
  PART_BYTES,
  putPart,
  receiveImport,
} from '@benkan/contracts/imports';
import { queryDoor, unknownResource, type Asked, type ServiceDeps, type Territory } from '@benkan/doors';
import { Fault } from '@benkan/messaging';
import { decodeCursor, encodeCursor } from '@benkan/projections';
import { mayRead, uploadGrants } from './grants';
import { isOpen, NOTHING, shownJob, type Job } from './jobs/job';
import type { JobRunner } from './jobs/job-runner';
import type { JobShelf } from './jobs/job-shelf';

export type ImportsContext = ServiceDeps & {
  readonly shelf: JobShelf;
  readonly runner: JobRunner;
  readonly territory: Territory;
};

const badCursor = () =>
  new Fault('malformed', 'the cursor is of another list', [
    { pointer: '/after', code: 'bad-cursor', detail: 'start again' },
  ]);

const offsetOf = (after: string | undefined): number => {
  if (after === undefined) return 0;
  const [offset] = decodeCursor(after, 1) ?? [];
  if (typeof offset !== 'number' || !Number.isInteger(offset) || offset < 0) throw badCursor();
  return offset;
};

const page = <Item>(all: readonly Item[], after: string | undefined, limit: number) => {
  const offset = offsetOf(after);
  const end = offset + limit;
  return { items: all.slice(offset, end), ...(end < all.length ? { next: encodeCursor([end]) } : {}) };
};

/** imports.put-part */
export const putPartDoor = ({ shelf }: ImportsContext) =>
  queryDoor(putPart, async ({ body: { uploadId, index, bytes } }) => {
    await shelf.putPart(uploadId, index, Buffer.from(bytes, 'base64'));
    return { stored: true as const };
  });

type Received = RequestOf<typeof receiveImport>;

const readable =
  ({ territory }: ImportsContext, asked: Asked<unknown>) =>
  (job: Job): Promise<boolean> =>
    mayRead(territory, { principal: asked.principal, because: asked }, job);

// the file of an old import is destroyed some day; then its key alone says what it was
const saysTheSame = async (shelf: JobShelf, before: Job, again: Received): Promise<boolean> => {
  if (before.uploadId === again.uploadId) return true;
  const [kept, given] = [await shelf.file(before), await shelf.file(again)];
  await shelf.forgetFile(again);
  if (before.importKind !== again.importKind || before.dryRun !== again.dryRun) return false;
  return kept === undefined || (given !== undefined && Buffer.compare(kept, given) === 0);
};

/** imports.receive: kept before it is acknowledged; the same upload again is the same import. */
export const receiveDoor = ({ shelf, runner, now }: ImportsContext) =>
  queryDoor(receiveImport, async (asked) => {
    const { id, uploadId, parts, importKind, fileName, dryRun } = asked.body;
    if (uploadGrants(asked.principal, importKind).length === 0) throw new Fault('forbidden');
    const before = await shelf.get(id);
    if (before !== undefined) {
      if (!(await saysTheSame(shelf, before, asked.body))) throw new Fault('idempotency-key-reused');
      if (isOpen(before)) runner.add(before);
      return { id };
    }
    const job: Job = {
      id,
      importKind,
      fileName,
      dryRun,
      status: 'RECEIVED',
      receivedAt: now().toISOString(),
      completedAt: null,
      progress: { done: 0, total: null },
      counts: NOTHING,
      position: null,
      rejection: null,
      uploadId,
      parts,
      uploader: asked.principal,
    };
    await shelf.put(job);
    runner.add(job);
    return { id };
  });

/** imports.get-import */
export const getImportDoor = (context: ImportsContext) =>
  queryDoor(getImport, async (asked) => {
    const { shelf, runner } = context;
    const { importId, limit, after, outcome } = asked.body;
    const job = runner.running(importId) ?? (await shelf.get(importId));
    if (job === undefined || !(await readable(context, asked)(job))) throw unknownResource();
    const rows = isOpen(job) ? [] : await shelf.report(importId);
    const { items, next } = page(
      outcome === undefined ? rows : rows.filter((row) => row.outcome === outcome),
      after,
      limit,
    );
    return { ...shownJob(job), rows: [...items], ...(next === undefined ? {} : { next }) };
  });

/** imports.list-imports */
export const listImportsDoor = (context: ImportsContext) =>
  queryDoor(listImports, async (asked) => {
    const { shelf, runner } = context;
    const { limit, after } = asked.body;
    const all = await shelf.all();
    const mine = await Promise.all(all.map(readable(context, asked)));
    const { items, next } = page(
      all.filter((_, index) => mine[index]),
      after,
      limit,
    );
    return {
      items: items.map((job) => shownJob(runner.running(job.id) ?? job)),
      ...(next === undefined ? {} : { next }),
    };
  });

/** imports.get-refused-rows */
export const getRefusedRowsDoor = (context: ImportsContext) =>
  queryDoor(getRefusedRows, async (asked) => {
    const { importId, part } = asked.body;
    const job = await context.shelf.get(importId);
    if (job === undefined || !(await readable(context, asked)(job))) throw unknownResource();
    const workbook = await context.shelf.refusedRows(importId);
    if (workbook === undefined) throw unknownResource();
    const bytes = Buffer.from(workbook.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)).toString(
      'base64',
    );
    return { bytes, parts: Math.max(1, Math.ceil(workbook.length / PART_BYTES)) };
  });
