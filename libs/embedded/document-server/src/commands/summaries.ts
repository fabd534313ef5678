import { pipelineOf, wholeNumber } from '../aggregate/pipeline';
import { ServerFault, badValue } from '../faults';
import type { Wanted } from '../query/select';
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

const operandOf = (stage: unknown, name: string): unknown => (isDoc(stage) ? stage[name] : undefined);

interface Leading {
  readonly wanted: Wanted;
  readonly rest: readonly unknown[];
}

/** A leading `$match`, and a `$sort` right after it, are for the indexes; a `$limit` after that spares memory. */
const leadingOf = (stages: readonly unknown[]): Leading => {
  const match = operandOf(stages[0], '$match');
  const afterMatch = isDoc(match) ? stages.slice(1) : stages;
  const sort = sortFields(operandOf(afterMatch[0], '$sort'));
  const rest = sort.length > 0 ? afterMatch.slice(1) : afterMatch;
  const limit = operandOf(rest[0], '$limit');
  const wanted = { filter: isDoc(match) ? match : {}, sort };
  return { wanted: limit === undefined ? wanted : { ...wanted, limit: wholeNumber(limit, '$limit') }, rest };
};

const narrowed = (
  stages: readonly unknown[],
  collection: Collection | undefined,
  session: Session,
): Iterable<Doc> => {
  const { wanted, rest } = leadingOf(stages);
  return pipelineOf(rest)(documentsOf(foundIn(collection, session, wanted).found));
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
