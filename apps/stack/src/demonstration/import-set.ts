import { Presets, SingleBar } from 'cli-progress';
import type { DemoApi } from './api';
import { demoFiles } from './files';

/** Imports the demonstration set file by file; throws when a file is rejected or a row refused. */
export const importSet = async (api: DemoApi): Promise<void> => {
  const files = await demoFiles();
  const bar = new SingleBar(
    {
      format: '  import {bar} {value}/{total} fichiers · {file}',
      hideCursor: true,
      noTTYOutput: true,
      notTTYSchedule: 5_000,
    },
    Presets.shades_classic,
  );
  bar.start(files.length, 0, { file: '' });
  try {
    for (const [index, { kind, name, bytes }] of files.entries()) {
      const importId = await api.upload(kind, name, bytes);
      const job = await api.finished(importId, ({ progress }) =>
        bar.update(index, { file: `${name} ${progress.done}/${progress.total ?? '…'}` }),
      );
      if (job.status === 'REJECTED' || job.counts.refused > 0)
        throw new Error(
          `${name}: ${job.rejection?.code ?? `${job.counts.refused} rows refused`}; see /v1/imports/${importId}`,
        );
      bar.update(index + 1, { file: name });
    }
  } finally {
    bar.stop();
  }
};
