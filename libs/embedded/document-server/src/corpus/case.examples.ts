import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EJSON } from 'bson';
import { isDoc, type Doc } from '../values/document';

/** A collection as it was before the commands. */
export interface Setup {
  readonly collection: string;
  readonly indexes: readonly Doc[];
  readonly documents: readonly Doc[];
}

/** Commands that were sent one after the other, and what is answered to each. */
export interface Case {
  /** the application code it came from does not matter; the command and its outcome do */
  readonly name: string;
  readonly setup: Setup | null;
  readonly commands: readonly Doc[];
  readonly replies: readonly Doc[];
  /** what a written collection holds afterwards, by `_id` */
  readonly after: readonly Doc[] | null;
}

/** Stands in a command for the cursor id that the first reply gave, and in replies for any that is not 0. */
export const CURSOR = '@cursor';

export const DATABASE = 'corpus';

export const FILE = join(__dirname, 'corpus.ejson');

/** The recorded corpus, values boxed as BSON. */
export const readCorpus = (): readonly Case[] =>
  EJSON.parse(readFileSync(FILE, 'utf8'), { relaxed: false }) as unknown as readonly Case[];

export const cursorIn = (reply: Doc): unknown => (reply['cursor'] as Doc | undefined)?.['id'];

/** A reply whose cursor id, different each time, is told by a name. */
export const withoutCursor = (reply: Doc): Doc => {
  const { cursor, cursorsKilled } = reply;
  if (Array.isArray(cursorsKilled)) return { ...reply, cursorsKilled: cursorsKilled.map(() => CURSOR) };
  if (!isDoc(cursor) || String(cursor['id']) === '0') return reply;
  return { ...reply, cursor: { ...cursor, id: CURSOR } };
};

/** A command of a case made ready to be sent. */
export const ready = (command: Doc, cursor: unknown): Doc => {
  if (command['getMore'] === CURSOR) return { ...command, getMore: cursor };
  return command['killCursors'] === undefined ? command : { ...command, cursors: [cursor] };
};
