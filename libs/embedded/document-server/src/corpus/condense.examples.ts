import { createInterface } from 'node:readline';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { EJSON } from 'bson';
import { engineIn, temporaryFolder, type TestEngine } from '../testing';
import { decode, encode, isDoc, type Doc } from '../values/document';
import {
  CURSOR,
  DATABASE,
  FILE,
  cursorIn,
  ready,
  withoutCursor,
  type Case,
  type Setup,
} from './case.examples';
import { normaliser } from './normalise.examples';
import type { Exchange } from './recording.examples';
import { shapeOfExchange } from './shape.examples';

const MOST_DOCUMENTS = 6;
const MOST_STATEMENTS = 3;
// of no collection, or answered by each server for itself
const APART = ['hello', 'isMaster', 'ismaster', 'endSessions', 'ping', 'buildInfo', 'dropDatabase'];
const BATCHED = ['documents', 'updates', 'deletes'];

const collectionIn = (command: Doc): string => String(command['collection'] ?? Object.values(command)[0]);

const shortened = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.slice(0, MOST_DOCUMENTS).map(shortened);
  if (!isDoc(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, shortened(field)]));
};

const refusedIn = (reply: Doc): readonly number[] =>
  ((reply['writeErrors'] ?? []) as readonly Doc[]).map(({ index }) => Number(index));

/** The command with long lists cut, but for a statement that was refused. */
const trimmed = (command: Doc, reply: Doc): Doc => {
  const { $db: _, lsid: __, ...rest } = command;
  const entries = Object.entries(rest).map(([name, value]) => {
    if (!BATCHED.includes(name) || !Array.isArray(value)) return [name, shortened(value)];
    const refused = refusedIn(reply)[0] ?? 0;
    return [name, value.filter((_each, at) => at < MOST_STATEMENTS || at === refused)];
  });
  return Object.fromEntries(entries) as Doc;
};

const relevant = (documents: readonly Doc[], command: Doc): readonly Doc[] => {
  const asked = JSON.stringify(command);
  const named = documents.filter(({ _id }) => asked.includes(JSON.stringify(_id)));
  return [...new Set([...named, ...documents])].slice(0, MOST_DOCUMENTS);
};

const setupFor = async (
  { run, rows }: TestEngine,
  command: Doc,
  collection: string,
): Promise<Setup | null> => {
  const listed = await run({ listIndexes: collection });
  if (listed['ok'] === 0) return null;
  const indexes = ((listed['cursor'] as Doc)['firstBatch'] as readonly Doc[]).slice(1);
  const filter = (command['filter'] ?? command['query'] ?? {}) as Doc;
  const met = await rows({ find: collection, filter, limit: MOST_DOCUMENTS / 2, batchSize: MOST_DOCUMENTS });
  const all = await rows({ find: collection, batchSize: 10_000 });
  const others = all.filter(({ _id }) =>
    met.every((each) => JSON.stringify(each['_id']) !== JSON.stringify(_id)),
  );
  return { collection, indexes, documents: relevant([...met, ...others], command) };
};

const setUp = async ({ run }: TestEngine, { collection, indexes, documents }: Setup): Promise<void> => {
  await run({ create: collection });
  if (documents.length > 0) await run({ insert: collection, documents });
  if (indexes.length > 0) await run({ createIndexes: collection, indexes });
};

const WRITES = ['insert', 'update', 'delete', 'findAndModify'];

const afterwards = async ({ rows }: TestEngine, name: string, setup: Setup | null): Promise<Case['after']> =>
  setup && WRITES.includes(name) ? rows({ find: setup.collection, sort: { _id: 1 } }) : null;

/** Fresh from the cut command over the cut collection: the answer as it is to be. */
const answered = async (
  test: TestEngine,
  name: string,
  setup: Setup | null,
  commands: readonly Doc[],
): Promise<Case> => {
  const normal = normaliser([setup, ...commands]);
  const prepared = setup && (normal(setup as unknown as Doc) as unknown as Setup);
  const asked = commands.map(normal);
  await test.run({ dropDatabase: 1 });
  if (prepared) await setUp(test, prepared);
  const replies: Doc[] = [];
  let cursor: unknown;
  for (const command of asked) {
    const reply = await test.run(ready(command, cursor));
    cursor ??= cursorIn(reply);
    replies.push(withoutCursor(reply));
  }
  const after = await afterwards(test, name.split(' ')[0] ?? '', prepared);
  return { name, setup: prepared, commands: asked, replies, after };
};

const follows = (name: string): boolean => name === 'getMore' || name === 'killCursors';

// a cursor is followed from a find that leaves some for later
const commandsOf = (name: string, command: Doc, reply: Doc, opening: Doc | undefined): readonly Doc[] => {
  if (!follows(name)) return [trimmed(command, reply)];
  if (opening === undefined) return [];
  const { batchSize: _, cursor: __, ...rest } = trimmed(opening, {});
  const small = 'aggregate' in rest ? { ...rest, cursor: { batchSize: 2 } } : { ...rest, batchSize: 2 };
  const next =
    name === 'getMore' ? { ...command, getMore: CURSOR, batchSize: 3 } : { ...command, cursors: [CURSOR] };
  return [small, trimmed(next, {})];
};

async function* exchangesIn(file: string): AsyncGenerator<Exchange> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { server, command, reply } = EJSON.parse(line, { relaxed: false }) as unknown as Exchange;
    // plain numbers, as a server decodes them
    yield { server, command: decode(encode(command)), reply: decode(encode(reply)) };
  }
}

const condenser = (folder: string) => {
  const scratch = engineIn(`${folder}/scratch`, {}, DATABASE);
  const replaying = new Map<string, TestEngine>();
  const openings = new Map<string, Doc>();
  const seen = new Set<string>();
  const cases: Case[] = [];

  const liveOf = (database: string): TestEngine => {
    const live = replaying.get(database) ?? engineIn(`${folder}/${replaying.size}`, {}, 'live');
    replaying.set(database, live);
    return live;
  };

  const keepNew = async ({ command, reply }: Exchange, live: TestEngine, opening: Doc | undefined) => {
    const [name = ''] = Object.keys(command);
    const shape = shapeOfExchange(command, reply);
    const commands = seen.has(shape) ? [] : commandsOf(name, command, reply, opening);
    const [first] = commands;
    if (first === undefined) return;
    seen.add(shape);
    const setup = await setupFor(live, first, collectionIn(first));
    cases.push(await answered(scratch, `${name} ${cases.length + 1}`, setup, commands));
  };

  const replay = async ({ command, reply }: Exchange, live: TestEngine, database: string) => {
    const id = String(cursorIn(reply) ?? 0);
    if (id !== '0') openings.set(`${database} ${id}`, command);
    await live.run(command);
  };

  return {
    cases,
    hear: async (exchange: Exchange): Promise<void> => {
      const { server, command } = exchange;
      const [name = ''] = Object.keys(command);
      const database = `${server}-${String(command['$db'])}`;
      const live = liveOf(database);
      if (APART.includes(name)) return;
      const followed = String(command['getMore'] ?? command['cursors']);
      await keepNew(exchange, live, openings.get(`${database} ${followed}`));
      if (!follows(name)) await replay(exchange, live, database);
    },
    close: () => Promise.all([scratch, ...replaying.values()].map(({ engine }) => engine.close())),
  };
};

/** Replays a recording, and keeps each new kind of exchange as a case of its own over a small collection. */
export const condense = async (recording: string): Promise<readonly Case[]> => {
  const { folder, remove } = await temporaryFolder();
  const { hear, cases, close } = condenser(folder);
  for await (const exchange of exchangesIn(recording)) await hear(exchange);
  await close();
  await remove();
  return cases;
};

export const writeCorpus = async (cases: readonly Case[]): Promise<void> => {
  const lines = cases.map((each) => EJSON.stringify(each, { relaxed: false }));
  await writeFile(FILE, `[\n${lines.join(',\n')}\n]\n`);
};
