import { ServerFault } from '../faults';

// what MongoDB 7.0 knows and nobody here sends
const KNOWN_ELSEWHERE: ReadonlySet<string> = new Set(
  [
    'authenticate collMod collStats compact connPoolStats connectionStatus convertToCapped createUser currentOp',
    'dataSize dbHash dbStats dropUser filemd5 fsync getCmdLineOpts getLog getParameter hostInfo killAllSessions',
    'killOp killSessions listCommands lockInfo logout mapReduce planCacheClear profile reIndex refreshSessions',
    'renameCollection replSetGetStatus rolesInfo saslContinue saslStart serverStatus setParameter shutdown',
    'startSession top usersInfo whatsmyuri',
  ].flatMap((line) => line.split(' ')),
);
const OF_TRANSACTIONS: readonly string[] = ['commitTransaction', 'abortTransaction'];

/** The fault for a command that is not in the table: 59 where the server does not know it either. */
export const unanswered = (name: string): ServerFault => {
  if (OF_TRANSACTIONS.includes(name))
    return new ServerFault(20, 'Transaction numbers are only allowed on a replica set member or mongos');
  return KNOWN_ELSEWHERE.has(name)
    ? new ServerFault(115, `the command '${name}' is not supported here`)
    : new ServerFault(59, `no such command: '${name}'`);
};
