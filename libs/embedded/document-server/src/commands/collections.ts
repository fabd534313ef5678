import { ServerFault } from '../faults';
import { prepareFilter } from '../query/filter';
import { matching } from '../query/matching';
import { namespaceOf, type Collection } from '../store/catalogue';
import { encode, type Doc } from '../values/document';
import { cursorReply, okReply } from '../wire/reply';
import {
  collectionName,
  collectionOf,
  databaseName,
  documentIn,
  type CommandSpec,
  type Session,
} from './envelope';

const create: CommandSpec = {
  fields: [],
  handle: (command, { database }) =>
    database.store.write(() => {
      const [owner, name] = [databaseName(command), collectionName(command, 'create')];
      if (database.catalogue.find(owner, name))
        throw new ServerFault(48, `Collection ${owner}.${name} already exists.`);
      database.catalogue.create(owner, name);
      return okReply();
    }),
};

const dropAll = async (
  session: Session,
  pick: () => readonly Collection[],
): Promise<readonly Collection[]> => {
  const { store, catalogue } = session.database;
  const dropped = await store.write(() => {
    const picked = pick();
    picked.forEach((collection) => catalogue.drop(collection));
    return picked;
  });
  session.sweep();
  return dropped;
};

const drop: CommandSpec = {
  fields: [],
  handle: async (command, session) => {
    const [dropped] = await dropAll(session, () => {
      const found = collectionOf(command, 'drop', session);
      return found ? [found] : [];
    });
    return dropped
      ? okReply({ nIndexesWas: dropped.indexes.length + 1, ns: namespaceOf(dropped) })
      : okReply();
  },
};

const dropDatabase: CommandSpec = {
  fields: [],
  handle: async (command, session) => {
    const name = databaseName(command);
    const inIt = ({ database }: Collection): boolean => database === name;
    await dropAll(session, () => session.database.catalogue.all().filter(inIt));
    return okReply({ dropped: name });
  },
};

const described = ({ name }: Collection): Doc => ({
  name,
  type: 'collection',
  options: {},
  info: { readOnly: false },
  idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
});

const listCollections: CommandSpec = {
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  handle: (command, { database, cursors }) => {
    const owner = databaseName(command);
    const matches = matching(prepareFilter(documentIn(command, 'filter')));
    const all = database.catalogue.all().filter((collection) => collection.database === owner);
    const shown = all.map(described).filter(matches);
    const listed = command['nameOnly'] === true ? shown.map(({ name, type }) => ({ name, type })) : shown;
    const documents = listed.map(encode);
    return cursorReply(
      cursors.open({ namespace: `${owner}.$cmd.listCollections`, documents, batchSize: Infinity }),
    );
  },
};

const listDatabases: CommandSpec = {
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  handle: (command, { database }) => {
    const names = new Set(database.catalogue.all().map((collection) => collection.database));
    const matches = matching(prepareFilter(documentIn(command, 'filter')));
    return okReply({
      databases: [...names]
        .sort()
        .map((name) => ({ name, empty: false }))
        .filter(matches),
    });
  },
};

export const COLLECTION_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  create,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
};
