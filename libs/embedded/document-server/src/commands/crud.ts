import { ServerFault, badValue } from '../faults';
import { changeOf } from '../update/change';
import type { Doc } from '../values/document';
import { okReply } from '../wire/reply';
import { documentIn, documentsIn, placeIn, type CommandSpec, type Session } from './envelope';
import { deleteIn, flagIn, insertOne, updateIn, type Place, type Updated } from './writes';

interface Failed {
  readonly index: number;
  readonly code: number;
  readonly errmsg: string;
}

/** Runs each statement of a batch; an ordered one stops at its first failure. */
const eachOf = (
  batch: readonly Doc[],
  ordered: boolean,
  run: (statement: Doc, index: number) => void,
): readonly Failed[] => {
  const failed: Failed[] = [];
  for (const [index, statement] of batch.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      if (!(error instanceof ServerFault)) throw error;
      failed.push({ index, code: error.code, errmsg: error.message, ...error.details });
      if (ordered) break;
    }
  }
  return failed;
};

const checkStatement = (statement: Doc, allowed: readonly string[]): void => {
  const unknown = Object.keys(statement).find((field) => !allowed.includes(field));
  if (unknown !== undefined)
    throw new ServerFault(40415, `BSON field '${unknown}' is an unknown or unsupported field.`);
};

const writeErrors = (failed: readonly Failed[]): Doc => (failed.length > 0 ? { writeErrors: failed } : {});

const insert: CommandSpec = {
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  handle: (command, session) => {
    const documents = documentsIn(command, 'documents');
    const ordered = flagIn(command, 'ordered', true);
    return session.database.store.write(() => {
      const place = placeIn(command, 'insert');
      const failed = eachOf(documents, ordered, (document) => insertOne(session.database, place, document));
      const tried = ordered && failed[0] ? failed[0].index + 1 : documents.length;
      return okReply({ n: tried - failed.length, ...writeErrors(failed) });
    });
  },
};

const updateStatement = (session: Session, place: Place, statement: Doc): Updated => {
  checkStatement(statement, ['q', 'u', 'upsert', 'multi']);
  return updateIn(session.database, place, {
    filter: documentIn(statement, 'q'),
    change: changeOf(statement['u']),
    upsert: flagIn(statement, 'upsert', false),
    multi: flagIn(statement, 'multi', false),
  });
};

const update: CommandSpec = {
  fields: ['updates', 'ordered', 'bypassDocumentValidation'],
  handle: (command, session) => {
    const statements = documentsIn(command, 'updates');
    const ordered = flagIn(command, 'ordered', true);
    return session.database.store.write(() => {
      const place = placeIn(command, 'update');
      let n = 0;
      let nModified = 0;
      const upserted: Doc[] = [];
      const failed = eachOf(statements, ordered, (statement, index) => {
        const result = updateStatement(session, place, statement);
        n += result.matched + (result.upserted ? 1 : 0);
        nModified += result.modified;
        if (result.upserted) upserted.push({ index, _id: result.upserted.id });
      });
      return okReply({ n, nModified, ...(upserted.length > 0 && { upserted }), ...writeErrors(failed) });
    });
  },
};

const deleteStatement = (session: Session, place: Place, statement: Doc): number => {
  checkStatement(statement, ['q', 'limit']);
  const { limit } = statement;
  if (limit !== 0 && limit !== 1) throw badValue('The limit field in delete objects must be 0 or 1');
  return deleteIn(session.database, place, documentIn(statement, 'q'), limit === 0);
};

const remove: CommandSpec = {
  fields: ['deletes', 'ordered'],
  handle: (command, session) => {
    const statements = documentsIn(command, 'deletes');
    const ordered = flagIn(command, 'ordered', true);
    return session.database.store.write(() => {
      const place = placeIn(command, 'delete');
      let n = 0;
      const failed = eachOf(statements, ordered, (statement) => {
        n += deleteStatement(session, place, statement);
      });
      return okReply({ n, ...writeErrors(failed) });
    });
  },
};

export const CRUD_COMMANDS: Readonly<Record<string, CommandSpec>> = { insert, update, delete: remove };
