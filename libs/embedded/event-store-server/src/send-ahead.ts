import { ServerInterceptingCall, type ServerInterceptor } from '@grpc/grpc-js';

const MESSAGES_AHEAD = 64;
const BYTES_AHEAD = 256 * 1024;

type SendMessage = ServerInterceptingCall['sendMessage'];

const sizeOf = (message: unknown): number => (message instanceof Uint8Array ? message.byteLength : 0);

/**
 * Asks for the next message before the last one has left, up to a limit: the messages of one turn then
 * leave in one packet instead of one each.
 */
export const sendAhead: ServerInterceptor = (_method, call) => {
  const ahead = { messages: 0, bytes: 0 };
  let waiting: (() => void) | undefined;
  const hasRoom = (): boolean => ahead.messages < MESSAGES_AHEAD && ahead.bytes < BYTES_AHEAD;

  const sendMessage: SendMessage = (message, next) => {
    const bytes = sizeOf(message);
    ahead.messages += 1;
    ahead.bytes += bytes;
    call.sendMessage(message, () => {
      ahead.messages -= 1;
      ahead.bytes -= bytes;
      if (!waiting || !hasRoom()) return;
      const wake = waiting;
      waiting = undefined;
      wake();
    });
    if (hasRoom()) next();
    else waiting = next;
  };
  return Object.assign(new ServerInterceptingCall(call), { sendMessage });
};
