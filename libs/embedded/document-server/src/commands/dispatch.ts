import { messageOf } from '../error-code';
import { ServerFault } from '../faults';
import type { Doc } from '../values/document';
import { faultReply } from '../wire/reply';
import { COLLECTION_COMMANDS } from './collections';
import { CRUD_COMMANDS } from './crud';
import { checkFields, type CommandSpec, type Session } from './envelope';
import { MODIFY_COMMANDS } from './find-and-modify';
import { HANDSHAKE_COMMANDS } from './handshake';
import { INDEX_COMMANDS } from './indexes';
import { QUERY_COMMANDS } from './queries';
import { unanswered } from './unanswered';
import { SUMMARY_COMMANDS } from './summaries';
import { INSPECTION_COMMANDS } from './validate';

const COMMANDS: ReadonlyMap<string, CommandSpec> = new Map(
  Object.entries({
    ...HANDSHAKE_COMMANDS,
    ...CRUD_COMMANDS,
    ...MODIFY_COMMANDS,
    ...QUERY_COMMANDS,
    ...SUMMARY_COMMANDS,
    ...COLLECTION_COMMANDS,
    ...INDEX_COMMANDS,
    ...INSPECTION_COMMANDS,
  }),
);

const asFault = (error: unknown): ServerFault =>
  error instanceof ServerFault ? error : new ServerFault(1, messageOf(error));

/** Runs one command; every failure is a reply with the server's own code. */
export const dispatch = async (command: Doc, session: Session): Promise<Buffer> => {
  try {
    const [name = ''] = Object.keys(command);
    const spec = COMMANDS.get(name);
    if (spec === undefined) throw unanswered(name);
    checkFields(name, command, spec.fields);
    return await spec.handle(command, session);
  } catch (error) {
    session.report(error);
    return faultReply(asFault(error));
  }
};
