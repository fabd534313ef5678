import { ServerFault } from '../faults';
import { namespaceOf } from '../store/catalogue';
import { inspect, type Findings } from '../store/inspect';
import { okReply } from '../wire/reply';
import { collectionName, collectionOf, databaseName, type CommandSpec } from './envelope';

const complaints = ({ corrupt, missing, extra }: Findings): readonly string[] => [
  ...corrupt.map((key) => `the record ${key} is corrupt`),
  ...missing.map((index) => `an entry of ${index} is missing`),
  ...extra.map((index) => `an entry of ${index} leads to no document that has it`),
];

/** Reads a collection whole: checksums of records, and index entries against documents both ways. */
const validate: CommandSpec = {
  fields: ['full'],
  handle: (command, session) => {
    const collection = collectionOf(command, 'validate', session);
    if (collection === undefined) {
      const namespace = `${databaseName(command)}.${collectionName(command, 'validate')}`;
      throw new ServerFault(26, `Collection '${namespace}' does not exist to validate.`);
    }
    const findings = inspect(session.database.store, collection);
    const errors = complaints(findings);
    const wrong = new Set([...findings.missing, ...findings.extra]);
    const details = Object.keys(findings.keys).map((name) => [name, { valid: !wrong.has(name) }] as const);
    return okReply({
      ns: namespaceOf(collection),
      nInvalidDocuments: findings.corrupt.length,
      nrecords: findings.records,
      nIndexes: details.length,
      keysPerIndex: findings.keys,
      indexDetails: Object.fromEntries(details),
      valid: errors.length === 0,
      warnings: [],
      errors,
    });
  },
};

export const INSPECTION_COMMANDS: Readonly<Record<string, CommandSpec>> = { validate };
