import { ServerFault } from '../faults';
import { sortFields } from '../query/sort';
import { changeOf } from '../update/change';
import { projection } from '../aggregate/project';
import type { Database } from '../query/select';
import type { Collection } from '../store/catalogue';
import type { Stored } from '../store/records';
import type { Doc } from '../values/document';
import { okReply } from '../wire/reply';
import { collectionName, databaseName, documentIn, type CommandSpec, type Session } from './envelope';
import { deleteIn, ensured, findOne, flagIn, updateIn, type Target, type Updated } from './writes';

const shown = (command: Doc, document: Doc | undefined): Doc | null => {
  if (document === undefined) return null;
  const fields = documentIn(command, 'fields');
  return Object.keys(fields).length === 0 ? document : projection(fields)(document);
};

const onlyThis = ({ document }: Stored): Target => ({ filter: { _id: { $eq: document['_id'] } } });

const removed = (command: Doc, session: Session, target: Target): Buffer => {
  const collection = ensured(
    session.database,
    databaseName(command),
    collectionName(command, 'findAndModify'),
  );
  const found = findOne(session.database, collection, target);
  if (found !== undefined) deleteIn(session.database, collection, onlyThis(found).filter, false);
  return okReply({ lastErrorObject: { n: found ? 1 : 0 }, value: shown(command, found?.document) });
};

interface Outcome {
  readonly before: Stored | undefined;
  readonly updated: Updated;
  /** the `_id` of what was changed or inserted */
  readonly id: unknown;
}

const updated = (command: Doc, database: Database, collection: Collection, target: Target): Outcome => {
  const before = findOne(database, collection, target);
  const options = {
    change: changeOf(command['update']),
    upsert: flagIn(command, 'upsert', false),
    multi: false,
  };
  const result = updateIn(database, collection, { ...(before ? onlyThis(before) : target), ...options });
  return { before, updated: result, id: result.upserted ? result.upserted.id : before?.document['_id'] };
};

const modified = (command: Doc, session: Session, target: Target): Buffer => {
  const { database } = session;
  const collection = ensured(database, databaseName(command), collectionName(command, 'findAndModify'));
  const { before, updated: result, id } = updated(command, database, collection, target);
  const n = result.matched + (result.upserted ? 1 : 0);
  const lastErrorObject = {
    n,
    updatedExisting: result.matched > 0,
    ...(result.upserted && { upserted: result.upserted.id }),
  };
  const wantsNew = flagIn(command, 'new', false) && n > 0;
  const value = wantsNew
    ? findOne(database, collection, { filter: { _id: { $eq: id } } })?.document
    : before?.document;
  return okReply({ lastErrorObject, value: shown(command, value) });
};

const findAndModify: CommandSpec = {
  fields: ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'bypassDocumentValidation'],
  handle: (command, session) => {
    const target = { filter: documentIn(command, 'query'), sort: sortFields(command['sort'] ?? undefined) };
    const removing = flagIn(command, 'remove', false);
    if (removing === (command['update'] !== undefined)) {
      throw new ServerFault(9, 'Either an update or remove=true must be specified');
    }
    return session.database.store.write(() => (removing ? removed : modified)(command, session, target));
  },
};

export const MODIFY_COMMANDS: Readonly<Record<string, CommandSpec>> = { findAndModify };
