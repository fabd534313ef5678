import type { DemoApi } from './api';
import { demoFiles } from './files';
import { progressOf } from './progress';

/** Imports the demonstration set file by file; throws when a file is rejected or a row refused. */
export const importSet = async (api: DemoApi): Promise<void> => {
  const files = await demoFiles();
  const progress = progressOf(files.length);
  try {
    for (const [index, { kind, name, bytes }] of files.entries()) {
      progress.moveTo(index, name);
      const importId = await api.upload(kind, name, bytes);
      const { status, counts, rejection } = await api.finished(importId, (job) =>
        progress.moveTo(index, `${name} ${job.progress.done}/${job.progress.total ?? '…'}`),
      );
      if (status === 'REJECTED' || counts.refused > 0)
        throw new Error(
          `${name}: ${rejection?.code ?? `${counts.refused} rows refused`}; see /v1/imports/${importId}`,
        );
    }
    progress.moveTo(files.length, 'terminé');
  } finally {
    progress.stop();
  }
};
