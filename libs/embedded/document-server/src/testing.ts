import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine, type Engine, type EngineOptions } from './engine';
import { decode, encode, type Doc } from './values/document';

/** A folder of its own under the system's temporary one, and its removal. */
export const temporaryFolder = async (): Promise<{ readonly folder: string; remove(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'document-server-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};

export interface TestEngine {
  readonly engine: Engine;
  /** the reply, decoded */
  run(command: Doc): Promise<Doc>;
  /** the documents of a first batch */
  rows(command: Doc): Promise<readonly Doc[]>;
}

/** An engine to which commands are spoken without a socket. */
export const engineIn = (
  folder: string,
  options: Partial<EngineOptions> = {},
  database = 'test',
): TestEngine => {
  const engine = openEngine({ folder, ...options });
  const run = async (command: Doc): Promise<Doc> =>
    decode(await engine.answer(decode(encode({ ...command, $db: database })), 1));
  const rows = async (command: Doc): Promise<readonly Doc[]> => {
    const reply = await run(command);
    if (reply['ok'] === 0) throw new Error(String(reply['errmsg']));
    return (reply['cursor'] as { readonly firstBatch: readonly Doc[] }).firstBatch;
  };
  return { engine, run, rows };
};
