import { ServerFault } from '../faults';
import { decode, type Doc } from '../values/document';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER = 16;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const KNOWN_FLAGS = 0xffff & ~(CHECKSUM_PRESENT | MORE_TO_COME);

export const MAX_MESSAGE_BYTES = 48_000_000;

export interface Request {
  readonly id: number;
  readonly command: Doc;
  /** a legacy query wants its reply as OP_REPLY */
  readonly legacy: boolean;
  /** the client will not read a reply (`w: 0`) */
  readonly silent: boolean;
}

/** The peer does not speak the protocol: the connection is to be closed. */
export class ProtocolFault extends Error {}

const cut = (bytes: Buffer, from: number): Buffer => {
  const size = from + 4 <= bytes.length ? bytes.readInt32LE(from) : 0;
  if (size < 5 || from + size > bytes.length) throw new ProtocolFault('a document is cut short');
  return bytes.subarray(from, from + size);
};

const readSequence = (
  bytes: Buffer,
  from: number,
): { readonly name: string; readonly documents: Doc[]; readonly end: number } => {
  const end = from + bytes.readInt32LE(from);
  const nul = bytes.indexOf(0, from + 4);
  if (end > bytes.length || nul === -1 || nul >= end)
    throw new ProtocolFault('a document sequence is cut short');
  const documents: Doc[] = [];
  for (let at = nul + 1; at < end;) {
    const document = cut(bytes, at);
    documents.push(decode(document));
    at += document.length;
  }
  return { name: bytes.toString('utf8', from + 4, nul), documents, end };
};

const readSections = (bytes: Buffer, from: number): Doc => {
  let command: Doc | undefined;
  const sequences: Doc = {};
  for (let at = from; at < bytes.length;) {
    const kind = bytes[at];
    if (kind === 0) {
      const body = cut(bytes, at + 1);
      command = decode(body);
      at += 1 + body.length;
    } else if (kind === 1 && at + 5 <= bytes.length) {
      const { name, documents, end } = readSequence(bytes, at + 1);
      sequences[name] = documents;
      at = end;
    } else throw new ProtocolFault('an unknown section kind');
  }
  if (command === undefined) throw new ProtocolFault('a message without a body');
  return { ...command, ...sequences };
};

const readMsg = (id: number, message: Buffer): Request => {
  const flags = message.readUInt32LE(HEADER);
  if ((flags & KNOWN_FLAGS) !== 0) throw new ProtocolFault('unknown required flags');
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  const command = readSections(message.subarray(0, end), HEADER + 4);
  return { id, command, legacy: false, silent: (flags & MORE_TO_COME) !== 0 };
};

const readQuery = (id: number, message: Buffer): Request => {
  const nul = message.indexOf(0, HEADER + 4);
  const namespace = message.toString('utf8', HEADER + 4, nul);
  if (!namespace.endsWith('.$cmd')) throw new ProtocolFault('OP_QUERY is answered for commands only');
  const command = decode(cut(message, nul + 9));
  return { id, command: { ...command, $db: namespace.slice(0, -5) }, legacy: true, silent: false };
};

/** One whole message → request. */
export const readRequest = (message: Buffer): Request => {
  const id = message.readInt32LE(4);
  const opcode = message.readInt32LE(12);
  try {
    if (opcode === OP_MSG && message.length > HEADER + 9) return readMsg(id, message);
    if (opcode === OP_QUERY && message.length > HEADER + 13) return readQuery(id, message);
  } catch (error) {
    if (error instanceof ServerFault) throw new ProtocolFault(error.message);
    throw error;
  }
  throw new ProtocolFault(`opcode ${opcode} is not answered`);
};

const header = (size: number, responseTo: number, opcode: number): Buffer => {
  const bytes = Buffer.alloc(size);
  bytes.writeInt32LE(responseTo, 8);
  bytes.writeInt32LE(opcode, 12);
  return bytes;
};

/** A reply document's bytes → the message that answers `request`. */
export const replyMessage = (request: Request, reply: Buffer): Buffer => {
  const head = request.legacy
    ? header(HEADER + 20, request.id, OP_REPLY)
    : header(HEADER + 5, request.id, OP_MSG);
  // AwaitCapable; then one document
  if (request.legacy) {
    head.writeInt32LE(8, HEADER);
    head.writeInt32LE(1, HEADER + 16);
  }
  head.writeInt32LE(head.length + reply.length, 0);
  return Buffer.concat([head, reply]);
};
