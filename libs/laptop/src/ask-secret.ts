import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** A line nobody else sees: typed on the terminal without echo, or piped in. Undefined when there is none. */
export const askSecret = async (question: string): Promise<string | undefined> => {
  const terminal = process.stdin.isTTY === true;
  if (terminal) process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal });
  try {
    const line = await new Promise<string | undefined>((resolve) => {
      lines.once('line', resolve);
      lines.once('close', () => resolve(undefined));
    });
    if (terminal) process.stderr.write('\n');
    return line === '' ? undefined : line;
  } finally {
    lines.close();
    process.stdin.pause();
  }
};
