import type { ImportCounts, ImportJob } from '@benkan/contracts/imports';
import type { Principal } from '@benkan/security';

/** An import as it is kept: what the uploader sees, and what it takes to go on after a crash. */
export type Job = ImportJob & {
  readonly uploadId: string;
  readonly parts: number;
  readonly uploader: Principal;
};

export const NOTHING: ImportCounts = { accepted: 0, unchanged: 0, refused: 0, warning: 0 };

/** What the uploader sees. */
export const shownJob = ({ uploadId: _, parts: __, uploader: ___, ...job }: Job): ImportJob => job;

export const isOpen = ({ status }: Job): boolean => status === 'RECEIVED' || status === 'RUNNING';
