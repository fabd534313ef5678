import type { DemoApi } from './api';
import { demoFiles } from './files';
import { progressOf } from './progress';

/** Imports the demonstration set file by file and answers the position that includes it; throws when a file is rejected or a row refused. */
export const importSet = async (api: DemoApi): Promise<string | undefined> => {
  const files = await demoFiles();
  const progress = progressOf(files.length);
  let position: string | null = null;
  try {
    for (const [index, { kind, name, bytes }] of files.entries()) {
      progress.moveTo(index, name);
      const importId = await api.upload(kind, name, bytes);
      const { status, counts, rejection, ...job } = await api.finished(importId, (job) =>
        progress.moveTo(index, `${name} ${job.progress.done}/${job.progress.total ?? '…'}`),
      );
      if (status === 'REJECTED' || counts.refused > 0)
        throw new Error(
          `${name}: ${rejection?.code ?? `${counts.refused} rows refused`}; see /v1/imports/${importId}`,
        );
      position = job.position ?? position;
    }
    progress.moveTo(files.length, 'terminé');
    return position ?? undefined;
  } finally {
    progress.stop();
  }
};
