import { Presets, SingleBar } from 'cli-progress';

export type Progress = {
  readonly moveTo: (files: number, what: string) => void;
  readonly stop: () => void;
};

const bar = (total: number): Progress => {
  const drawn = new SingleBar(
    { format: '  import {bar} {value}/{total} fichiers · {what}', hideCursor: true },
    Presets.shades_classic,
  );
  drawn.start(total, 0, { what: '' });
  return { moveTo: (files, what) => drawn.update(files, { what }), stop: () => drawn.stop() };
};

const lines = (total: number): Progress => {
  let said = -1;
  const moveTo = (files: number, what: string) => {
    if (files === said) return;
    said = files;
    process.stdout.write(`  import ${files}/${total} fichiers · ${what}\n`);
  };
  return { moveTo, stop: () => undefined };
};

/** A bar on a terminal, a line a file elsewhere. */
export const progressOf = (total: number): Progress => (process.stdout.isTTY ? bar(total) : lines(total));
