import type { Writable } from 'node:stream';

const GONE: ReadonlySet<unknown> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED']);

/**
 * Lines for whoever reads them. A reader that leaves early (`| head -1`) is no error: the work goes on to its end, for
 * half a backup is none, and what is still said is lost.
 */
export const linesTo = (stream: Writable): ((line: string) => void) => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!GONE.has(error.code)) throw error;
  });
  return (line) => void stream.write(`${line}\n`);
};
