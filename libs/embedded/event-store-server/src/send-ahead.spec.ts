import type { ServerInterceptingCallInterface, ServerMethodDefinition } from '@grpc/grpc-js';
import { sendAhead } from './send-ahead';

/** A call that takes what it is sent and lets go of it when told to. */
const holdingCall = () => {
  const sent: unknown[] = [];
  const leaving: (() => void)[] = [];
  const call = {
    sendMessage(message: unknown, gone: () => void): void {
      sent.push(message);
      leaving.push(gone);
    },
  };
  const method = {} as ServerMethodDefinition<unknown, unknown>;
  const ahead = sendAhead(method, call as unknown as ServerInterceptingCallInterface);
  return { ahead, sent, letGo: () => leaving.shift()?.() };
};

/** Sends as a stream does: the next one when it is asked for it; gives how many were asked for so far. */
const sendAll = (ahead: ReturnType<typeof holdingCall>['ahead'], message: Buffer): (() => number) => {
  let asked = 0;
  const next = (): void => {
    asked += 1;
    if (asked <= 1_000) ahead.sendMessage(message, next);
  };
  next();
  return () => asked;
};

describe('sending ahead', () => {
  it('goes on while nothing has left, up to so many messages', () => {
    const { ahead, sent, letGo } = holdingCall();
    const asked = sendAll(ahead, Buffer.alloc(10));
    expect(sent).toHaveLength(64);
    letGo();
    expect(sent).toHaveLength(65);
    expect(asked()).toBe(65);
    letGo();
    letGo();
    expect(sent).toHaveLength(67);
  });

  it('stops at so many bytes', () => {
    const { ahead, sent, letGo } = holdingCall();
    sendAll(ahead, Buffer.alloc(100 * 1024));
    expect(sent).toHaveLength(3);
    letGo();
    expect(sent).toHaveLength(4);
  });

  it('lets one large message through at a time', () => {
    const { ahead, sent, letGo } = holdingCall();
    sendAll(ahead, Buffer.alloc(1024 * 1024));
    expect(sent).toHaveLength(1);
    letGo();
    expect(sent).toHaveLength(2);
  });
});
