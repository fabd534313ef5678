import { ServerFault } from '../faults';
import { projection } from '../aggregate/project';
import { select } from '../query/select';
import { namespaceOf } from '../store/catalogue';
import type { Stored } from '../store/records';
import { encode, type Doc } from '../values/document';
import { cursorReply, okReply } from '../wire/reply';
import { collectionOf, documentIn, longIn, type CommandSpec } from './envelope';
import { FIRST_BATCH, foundIn, lengthOf, namespaceIn, sizeIn, wantedIn } from './selecting';
import { flagIn } from './writes';

const FIND_FIELDS = [
  'filter',
  'sort',
  'projection',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'noCursorTimeout',
  'allowDiskUse',
];

const projected = (found: Iterable<Stored>, fields: Doc): Iterable<Buffer> => {
  const shape = Object.keys(fields).length === 0 ? undefined : projection(fields);
  return (function* () {
    for (const stored of found) yield shape ? encode(shape(stored.document)) : stored.bytes;
  })();
};

const find: CommandSpec = {
  fields: FIND_FIELDS,
  handle: (command, session) => {
    const collection = collectionOf(command, 'find', session);
    const wanted = wantedIn(command, 'filter');
    const { found } = foundIn(collection, session, wanted);
    const reply = session.cursors.open({
      namespace: namespaceIn(command, 'find'),
      collection,
      documents: projected(wanted.cut(found), documentIn(command, 'projection')),
      batchSize: sizeIn(command, 'batchSize', FIRST_BATCH),
      single: flagIn(command, 'singleBatch', false),
      keep: flagIn(command, 'noCursorTimeout', false),
    });
    return cursorReply(reply);
  },
};

const getMore: CommandSpec = {
  fields: ['collection', 'batchSize'],
  handle: (command, { cursors }) => {
    const id = longIn(command['getMore']);
    return cursorReply(cursors.more(id, namespaceIn(command, 'collection'), sizeIn(command, 'batchSize', 0)));
  },
};

const killCursors: CommandSpec = {
  fields: ['cursors'],
  handle: (command, { cursors }) => {
    const ids = Array.isArray(command['cursors']) ? (command['cursors'] as unknown[]) : [];
    const killed = ids.filter((id) => cursors.kill(longIn(id)));
    const notFound = ids.filter((id) => !killed.includes(id));
    return okReply({
      cursorsKilled: killed,
      cursorsNotFound: notFound,
      cursorsAlive: [],
      cursorsUnknown: [],
    });
  },
};

/** The plan of a find and what it examined: `winningPlan.stage`, `executionStats.totalDocsExamined`. */
const explain: CommandSpec = {
  fields: ['verbosity'],
  handle: (command, session) => {
    const inner: Doc = { ...documentIn(command, 'explain'), $db: command['$db'] };
    if (!('find' in inner)) throw new ServerFault(238, 'only find is explained');
    const collection = collectionOf(inner, 'find', session);
    if (collection === undefined) throw new ServerFault(26, 'the collection does not exist');
    const wanted = wantedIn(inner, 'filter');
    const { plan, counters, found } = select(session.database, collection, wanted);
    const nReturned = lengthOf(wanted.cut(found));
    return okReply({
      queryPlanner: {
        namespace: namespaceOf(collection),
        winningPlan: {
          stage: plan.stage,
          sorted: plan.sorted,
          ...(plan.index && { indexName: plan.index.name }),
        },
      },
      executionStats: {
        executionSuccess: true,
        nReturned,
        totalKeysExamined: counters.keys,
        totalDocsExamined: counters.documents,
      },
    });
  },
};

export const QUERY_COMMANDS: Readonly<Record<string, CommandSpec>> = { find, getMore, killCursors, explain };
