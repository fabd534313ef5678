import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceDeps } from '@benkan/doors';
import { errorFields } from '@benkan/observability';
import type { Spreadsheets } from '@benkan/spreadsheet';
import { isOpen, type Job } from './job';
import type { JobShelf } from './job-shelf';
import { runJob } from './run-job';

const RETRY_MS = 2_000;

/** Runs imports one after another; one that cannot go on now is taken up again, also after a crash. */
export const jobRunner = (deps: ServiceDeps, shelf: JobShelf, spreadsheets: Spreadsheets) => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const progress = new Map<string, Job>();
  const waiting: Job[] = [];
  let working: Promise<void> | undefined;

  const run = async (job: Job): Promise<void> => {
    const started: Job = { ...job, status: 'RUNNING' };
    progress.set(job.id, started);
    const {
      job: done,
      reports,
      workbook,
    } = await runJob(
      { ...deps, shelf, spreadsheets, signal, onProgress: (moved) => progress.set(job.id, moved) },
      started,
    );
    await shelf.forgetReport(job.id);
    await shelf.putReport(job.id, reports);
    if (workbook !== undefined) await shelf.putRefusedRows(job.id, workbook);
    await shelf.put(done);
    progress.delete(job.id);
  };

  const work = async (): Promise<void> => {
    for (let job = waiting[0]; job !== undefined && !signal.aborted; job = waiting[0]) {
      try {
        await run(job);
        waiting.shift();
      } catch (error) {
        if (signal.aborted) return;
        deps.log.warn('import waits', { importId: job.id, ...errorFields(error) });
        await pause(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  };

  const kick = () => {
    working ??= work().finally(() => {
      working = undefined;
      if (waiting.length > 0 && !signal.aborted) kick();
    });
  };

  return {
    add: (job: Job): void => {
      if (waiting.some(({ id }) => id === job.id)) return;
      waiting.push(job);
      kick();
    },
    /** The state of a job that runs here, fresher than what is kept. */
    running: (importId: string): Job | undefined => progress.get(importId),
    /** Takes up what a crash left open, oldest first. */
    resume: async (): Promise<void> => {
      const open = (await shelf.all()).filter(isOpen).reverse();
      waiting.push(...open.filter(({ id }) => !waiting.some((job) => job.id === id)));
      if (waiting.length > 0) kick();
    },
    stop: async (): Promise<void> => {
      stopping.abort();
      await working;
    },
  };
};

export type JobRunner = ReturnType<typeof jobRunner>;
