import { pipelineOf, wholeNumber } from '../aggregate/pipeline';
import { ServerFault, badValue } from '../faults';
import { sortFields } from '../query/sort';
import type { Collection } from '../store/catalogue';
import { recordsOf, type Stored } from '../store/records';
import { identity } from '../values/compare';
import { isDoc, type Doc } from '../values/document';
import { leavesAt } from '../values/path';
import { cursorReply, okReply } from '../wire/reply';
import { collectionOf, documentIn, type CommandSpec, type Session } from './envelope';
import { FIRST_BATCH, encoded, foundIn, lengthOf, namespaceIn, sizeIn, wantedIn } from './selecting';

function* documentsOf(found: Iterable<Stored>): Generator<Doc> {
  for (const { document } of found) yield document;
}

/** A leading `$match`, and a `$sort` right after it, are answered by the indexes; the rest runs over what they give. */
const narrowed = (
  stages: readonly unknown[],
  collection: Collection | undefined,
  session: Session,
): Iterable<Doc> => {
  const [first, second] = stages;
  const match = isDoc(first) && isDoc(first['$match']) ? first['$match'] : undefined;
  const next = match ? second : first;
  const sort = isDoc(next) && isDoc(next['$sort']) ? sortFields(next['$sort']) : [];
  const rest = stages.slice((match ? 1 : 0) + (sort.length > 0 ? 1 : 0));
  const limit = isDoc(rest[0]) && '$limit' in rest[0] ? wholeNumber(rest[0]['$limit'], '$limit') : Infinity;
  const { found } = foundIn(collection, session, { filter: match ?? {}, sort, limit });
  return pipelineOf(rest)(documentsOf(found));
};

const aggregate: CommandSpec = {
  fields: ['pipeline', 'cursor', 'allowDiskUse', 'bypassDocumentValidation'],
  handle: (command, session) => {
    const { pipeline: stages, cursor } = command;
    if (!Array.isArray(stages)) throw new ServerFault(14, "'pipeline' option must be specified as an array");
    if (!isDoc(cursor)) throw new ServerFault(9, "The 'cursor' option is required");
    // the stages the indexes take over are checked too
    pipelineOf(stages);
    const collection = collectionOf(command, 'aggregate', session);
    const reply = session.cursors.open({
      namespace: namespaceIn(command, 'aggregate'),
      collection,
      documents: encoded(narrowed(stages, collection, session)),
      batchSize: sizeIn(cursor, 'batchSize', FIRST_BATCH),
    });
    return cursorReply(reply);
  },
};

const count: CommandSpec = {
  fields: ['query', 'limit', 'skip'],
  handle: (command, session) => {
    const collection = collectionOf(command, 'count', session);
    const wanted = wantedIn(command, 'query');
    const whole =
      Object.keys(wanted.filter).length === 0 &&
      command['limit'] === undefined &&
      command['skip'] === undefined;
    if (whole && collection) return okReply({ n: session.database.store.count(recordsOf(collection)) });
    return okReply({ n: lengthOf(wanted.cut(foundIn(collection, session, wanted).found)) });
  },
};

const distinct: CommandSpec = {
  fields: ['key', 'query'],
  handle: (command, session) => {
    const { key } = command;
    if (typeof key !== 'string' || key === '') throw badValue("'key' must be a field path");
    const collection = collectionOf(command, 'distinct', session);
    const { found } = foundIn(collection, session, { filter: documentIn(command, 'query') });
    const values = new Map<string, unknown>();
    for (const { document } of found) {
      for (const value of leavesAt(document, key).flat(1))
        if (value !== undefined) values.set(identity(value), value);
    }
    return okReply({ values: [...values.values()] });
  },
};

export const SUMMARY_COMMANDS: Readonly<Record<string, CommandSpec>> = { aggregate, count, distinct };
