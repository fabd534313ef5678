import { Long } from 'bson';
import { ServerFault, badValue } from '../faults';
import type { Database } from '../query/select';
import { checkName, type Collection } from '../store/catalogue';
import { isDoc, type Doc } from '../values/document';
import type { DamageReport } from '../damage';
import type { CursorTable } from './cursor-table';

/** What every command may reach. */
export interface Session {
  readonly database: Database;
  readonly cursors: CursorTable;
  readonly connection: number;
  /** asks for the bytes of what was dropped to be swept in the background */
  readonly sweep: () => void;
  /** hears of damage that a command meets */
  readonly report: DamageReport;
}

/** Answers with the bytes of a reply document, or throws ServerFault. */
export type Handler = (command: Doc, session: Session) => Promise<Buffer> | Buffer;

export interface CommandSpec {
  readonly fields: readonly string[];
  readonly handle: Handler;
}

const GENERIC = new Set([
  '$db',
  '$readPreference',
  '$clusterTime',
  'lsid',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
]);

const TRANSACTION = ['txnNumber', 'startTransaction', 'autocommit'];

const checkWriteConcern = (concern: unknown): void => {
  const w = isDoc(concern) ? concern['w'] : undefined;
  if (w === undefined || w === 'majority' || w === 0 || w === 1) return;
  throw badValue(
    `cannot use non-majority 'w' mode ${String(w)} when a host is not a member of a replica set`,
  );
};

const checkReadConcern = (concern: unknown): void => {
  const level = isDoc(concern) ? concern['level'] : undefined;
  if (level === undefined || level === 'local' || level === 'available' || level === 'majority') return;
  throw new ServerFault(123, `node needs to be a replica set member to use read concern ${String(level)}`);
};

/** Refuses transactions, concerns a standalone cannot honour, and every field this server does not know. */
export const checkFields = (name: string, command: Doc, fields: readonly string[]): void => {
  if (TRANSACTION.some((field) => command[field] !== undefined)) {
    throw new ServerFault(20, 'Transaction numbers are only allowed on a replica set member or mongos');
  }
  const unknown = Object.keys(command).find(
    (field) => field !== name && !GENERIC.has(field) && !fields.includes(field),
  );
  if (unknown !== undefined) {
    throw new ServerFault(40415, `BSON field '${name}.${unknown}' is an unknown or unsupported field.`);
  }
  checkWriteConcern(command['writeConcern']);
  checkReadConcern(command['readConcern']);
};

export const databaseName = (command: Doc): string => {
  const name = command['$db'];
  if (typeof name !== 'string' || name === '') throw badValue('the command names no database');
  return name;
};

export const collectionName = (command: Doc, field: string): string => {
  const name = command[field];
  if (typeof name !== 'string' || name === '')
    throw new ServerFault(73, 'collection name has invalid type or is empty');
  return name;
};

/** The namespace a write names, which need not exist. */
export const placeIn = (
  command: Doc,
  field: string,
): { readonly database: string; readonly name: string } => {
  const [database, name] = [databaseName(command), collectionName(command, field)];
  checkName(database, name);
  return { database, name };
};

export const collectionOf = (command: Doc, field: string, { database }: Session): Collection | undefined =>
  database.catalogue.find(databaseName(command), collectionName(command, field));

export const documentIn = (command: Doc, field: string): Doc => {
  const value = command[field] ?? {};
  if (!isDoc(value))
    throw new ServerFault(14, `BSON field '${field}' is the wrong type, expected type 'object'`);
  return value;
};

export const documentsIn = (command: Doc, field: string): readonly Doc[] => {
  const value = command[field];
  if (!Array.isArray(value) || value.length === 0 || !value.every(isDoc)) {
    throw badValue(`'${field}' must be a non-empty list of documents`);
  }
  if (value.length > 100_000) throw badValue('Write batch sizes must be between 1 and 100000');
  return value;
};

export const longIn = (value: unknown): bigint => {
  if (value instanceof Long) return value.toBigInt();
  if (typeof value === 'number') return BigInt(Math.trunc(value));
  throw new ServerFault(14, 'a cursor id must be a number');
};
