import { ServerFault } from '../faults';
import { namespaceOf, type Collection, type Index, type IndexField } from '../store/catalogue';
import { patternOf } from '../store/duplicate';
import { sortFields } from '../query/sort';
import { isDoc, encode, type Doc } from '../values/document';
import { cursorReply, okReply } from '../wire/reply';
import {
  collectionName,
  collectionOf,
  databaseName,
  documentsIn,
  type CommandSpec,
  type Session,
} from './envelope';
import { ensured, flagIn } from './writes';

type Wanted = Pick<Index, 'name' | 'fields' | 'unique'>;

const cannot = (why: string): ServerFault => new ServerFault(67, why);

const fieldsOf = (key: unknown): readonly IndexField[] => {
  if (!isDoc(key) || Object.keys(key).length === 0) throw cannot('Index keys cannot be an empty object');
  if (Object.values(key).some((order) => typeof order === 'string'))
    throw cannot('only ascending and descending indexes are supported');
  if (Object.keys(key).some((path) => path.includes('$') || path.split('.').includes('')))
    throw cannot('invalid path in an index key');
  return sortFields(key);
};

const wantedOf = (spec: Doc): Wanted => {
  const unsupported = Object.keys(spec).find(
    (field) => !['key', 'name', 'unique', 'background', 'v'].includes(field),
  );
  if (unsupported !== undefined) throw cannot(`index option '${unsupported}' is not supported`);
  const fields = fieldsOf(spec['key']);
  const name = spec['name'] ?? fields.map(({ path, direction }) => `${path}_${direction}`).join('_');
  if (typeof name !== 'string' || name === '' || name === '*') throw cannot('invalid index name');
  return { name, fields, unique: flagIn(spec, 'unique', false) };
};

const sameFields = (a: readonly IndexField[], b: readonly IndexField[]): boolean =>
  JSON.stringify(a.map(({ path, direction }) => [path, direction])) ===
  JSON.stringify(b.map(({ path, direction }) => [path, direction]));

const isPrimary = ({ fields }: Wanted): boolean => fields.length === 1 && fields[0]?.path === '_id';

/** Whether it is there already; a different index of that name or key answers 85 or 86, as the server does. */
const exists = (collection: Collection, wanted: Wanted): boolean => {
  if (isPrimary(wanted)) return true;
  const named = collection.indexes.find(({ name }) => name === wanted.name);
  const alike = collection.indexes.find(({ fields }) => sameFields(fields, wanted.fields));
  if (named && !sameFields(named.fields, wanted.fields))
    throw new ServerFault(86, `An existing index has the same name as the requested index: ${wanted.name}`);
  if (alike && (alike.unique !== wanted.unique || alike.name !== wanted.name)) {
    throw new ServerFault(85, `Index already exists with a different name or options: ${alike.name}`);
  }
  return alike !== undefined;
};

const built = ({ database }: Session, collection: Collection, wanted: readonly Wanted[]): Collection => {
  const { catalogue, records } = database;
  // numbers are spent even when building fails, so that none is used twice
  const start = catalogue.save({ ...collection, nextIndex: collection.nextIndex + wanted.length });
  const indexes = wanted.map((each, at) => ({ ...each, id: collection.nextIndex + at, multikey: false }));
  const done: Index[] = [];
  try {
    for (const index of indexes) done.push(records.build(start, index));
  } catch (error) {
    done.forEach((index) => catalogue.dropIndex(start, index));
    throw error;
  }
  return catalogue.save({ ...start, indexes: [...start.indexes, ...done] });
};

const createIndexes: CommandSpec = {
  fields: ['indexes', 'commitQuorum'],
  handle: (command, session) => {
    const wanted = documentsIn(command, 'indexes').map(wantedOf);
    const [owner, name] = [databaseName(command), collectionName(command, 'createIndexes')];
    return session.database.store.write(() => {
      const created = session.database.catalogue.find(owner, name) === undefined;
      const collection = ensured(session.database, { database: owner, name });
      const missing = wanted.filter((each) => !exists(collection, each));
      const after = missing.length > 0 ? built(session, collection, missing) : collection;
      return okReply({
        numIndexesBefore: collection.indexes.length + 1,
        numIndexesAfter: after.indexes.length + 1,
        ...(missing.length === 0
          ? { note: 'all indexes already exist' }
          : { createdCollectionAutomatically: created }),
      });
    });
  },
};

const existing = (command: Doc, field: string, session: Session): Collection => {
  const found = collectionOf(command, field, session);
  if (found === undefined)
    throw new ServerFault(
      26,
      `ns does not exist: ${databaseName(command)}.${collectionName(command, field)}`,
    );
  return found;
};

const pickedBy = (collection: Collection, which: unknown): readonly Index[] => {
  if (which === '*') return collection.indexes;
  if (Array.isArray(which)) return which.flatMap((each) => pickedBy(collection, each));
  if (which === '_id_') throw new ServerFault(72, 'cannot drop _id index');
  const found = collection.indexes.find(({ name, fields }) =>
    isDoc(which) ? sameFields(fields, fieldsOf(which)) : name === which,
  );
  if (found === undefined) throw new ServerFault(27, `index not found with name [${String(which)}]`);
  return [found];
};

const dropIndexes: CommandSpec = {
  fields: ['index'],
  handle: async (command, session) => {
    const { store, catalogue } = session.database;
    const before = await store.write(() => {
      const collection = existing(command, 'dropIndexes', session);
      pickedBy(collection, command['index']).reduce(
        (at, index) => catalogue.dropIndex(at, index),
        collection,
      );
      return collection.indexes.length + 1;
    });
    session.sweep();
    return okReply({ nIndexesWas: before });
  },
};

const described = ({ name, fields, unique }: Wanted): Doc => ({
  v: 2,
  key: patternOf(fields),
  name,
  ...(unique && { unique }),
});

const listIndexes: CommandSpec = {
  fields: ['cursor'],
  handle: (command, session) => {
    const collection = existing(command, 'listIndexes', session);
    const primary = { name: '_id_', fields: [{ path: '_id', direction: 1 } as const], unique: false };
    const documents = [primary, ...collection.indexes].map(described).map(encode);
    return cursorReply(
      session.cursors.open({ namespace: namespaceOf(collection), documents, batchSize: Infinity }),
    );
  },
};

export const INDEX_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  createIndexes,
  dropIndexes,
  listIndexes,
};
