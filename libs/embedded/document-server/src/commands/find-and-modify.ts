import { ServerFault } from '../faults';
import { sortFields } from '../query/sort';
import { changeOf, type Change } from '../update/change';
import { projection } from '../aggregate/project';
import type { Database } from '../query/select';
import type { Stored } from '../store/records';
import type { Doc } from '../values/document';
import { okReply } from '../wire/reply';
import { documentIn, placeIn, type CommandSpec } from './envelope';
import { deleteIn, findOne, flagIn, updateIn, type Place, type Target, type Updated } from './writes';

/** The command, read whole before anything is written. */
interface Asked {
  readonly place: Place;
  readonly target: Target;
  /** none removes */
  readonly change: Change | undefined;
  readonly upsert: boolean;
  readonly wantsNew: boolean;
  readonly shown: (document: Doc | undefined) => Doc | null;
}

const asked = (command: Doc): Asked => {
  const removing = flagIn(command, 'remove', false);
  if (removing === (command['update'] !== undefined))
    throw new ServerFault(9, 'Either an update or remove=true must be specified');
  const fields = documentIn(command, 'fields');
  const shape = Object.keys(fields).length === 0 ? (document: Doc) => document : projection(fields);
  return {
    place: placeIn(command, 'findAndModify'),
    target: { filter: documentIn(command, 'query'), sort: sortFields(command['sort'] ?? undefined) },
    change: removing ? undefined : changeOf(command['update']),
    upsert: flagIn(command, 'upsert', false),
    wantsNew: flagIn(command, 'new', false),
    shown: (document) => (document === undefined ? null : shape(document)),
  };
};

const onlyThis = ({ document }: Stored): Target => ({ filter: { _id: { $eq: document['_id'] } } });

const removed = (database: Database, { place, target, shown }: Asked): Buffer => {
  const found = findOne(database, place, target);
  if (found !== undefined) deleteIn(database, place, onlyThis(found).filter, false);
  return okReply({ lastErrorObject: { n: found ? 1 : 0 }, value: shown(found?.document) });
};

interface Outcome {
  readonly before: Stored | undefined;
  readonly updated: Updated;
  /** the `_id` of what was changed or inserted */
  readonly id: unknown;
}

const updated = (database: Database, { place, target, upsert }: Asked, change: Change): Outcome => {
  const before = findOne(database, place, target);
  const options = { change, upsert, multi: false };
  const result = updateIn(database, place, { ...(before ? onlyThis(before) : target), ...options });
  return { before, updated: result, id: result.upserted ? result.upserted.id : before?.document['_id'] };
};

const modified = (database: Database, ask: Asked, change: Change): Buffer => {
  const { before, updated: result, id } = updated(database, ask, change);
  const n = result.matched + (result.upserted ? 1 : 0);
  const lastErrorObject = {
    n,
    updatedExisting: result.matched > 0,
    ...(result.upserted && { upserted: result.upserted.id }),
  };
  const value =
    ask.wantsNew && n > 0
      ? findOne(database, ask.place, { filter: { _id: { $eq: id } } })?.document
      : before?.document;
  return okReply({ lastErrorObject, value: ask.shown(value) });
};

const findAndModify: CommandSpec = {
  fields: ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'bypassDocumentValidation'],
  handle: (command, { database }) => {
    const ask = asked(command);
    const { change } = ask;
    return database.store.write(() => (change ? modified(database, ask, change) : removed(database, ask)));
  },
};

export const MODIFY_COMMANDS: Readonly<Record<string, CommandSpec>> = { findAndModify };
