import type { Socket } from 'node:net';
import { MAX_MESSAGE_BYTES, ProtocolFault, readRequest, replyMessage } from './message';
import { codeOf } from '../error-code';
import type { Doc } from '../values/document';

/** Answers one command with the bytes of a reply document; never rejects. */
export type Answer = (command: Doc) => Promise<Buffer>;

const sizeOf = (bytes: Buffer): number => {
  const size = bytes.readInt32LE(0);
  if (size < 16 || size > MAX_MESSAGE_BYTES) throw new ProtocolFault(`a message of ${size} bytes`);
  return size;
};

async function* messages(socket: Socket): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = 4;
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    held += chunk.length;
    if (held < wanted) continue;
    let bytes = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    while (bytes.length >= 4 && bytes.length >= (wanted = sizeOf(bytes))) {
      yield bytes.subarray(0, wanted);
      bytes = bytes.subarray(wanted);
    }
    if (bytes.length < 4) wanted = 4;
    chunks = bytes.length > 0 ? [bytes] : [];
    held = bytes.length;
  }
}

const sent = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve) => {
    socket.write(bytes, () => resolve());
  });

/** Serves one socket, one message after the other, until either side closes it or leaves the protocol. */
export const converse = async (socket: Socket, answer: Answer): Promise<void> => {
  try {
    for await (const message of messages(socket)) {
      const request = readRequest(message);
      const reply = await answer(request.command);
      if (!request.silent) await sent(socket, replyMessage(request, reply));
    }
  } catch (error) {
    if (!(error instanceof ProtocolFault) && !isHangUp(error)) throw error;
  } finally {
    socket.destroy();
  }
};

// a reset, an abort, a write after the end
const isHangUp = (error: unknown): boolean => /^E/.test(codeOf(error) ?? '');
