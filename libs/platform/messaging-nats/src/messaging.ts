import { encodeRequest, fault, isRequest, type Messaging, type Reply, type Request } from '@benkan/messaging';
import { AskingClient } from './asking-client';
import type { NatsAddress } from './connecting';
import { subjectOf } from './subject';

// a longer timer would fire at once
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/**
 * Asks over NATS, on subjects `benkan.v1.<name>`. Connects at once and for as long as it takes; requests made before
 * wait for it until their deadline. Faults: `unavailable` (nobody listens, or the connection is gone: whether it was
 * done is unknown), `timeout` (the deadline passed), `too-large`, `malformed` (a name or body that cannot be sent, a
 * reply that is none).
 */
export const natsMessaging = (address: NatsAddress): Messaging => {
  const client = new AskingClient(address);

  const request = async (request: Request): Promise<Reply> => {
    const subject = isRequest(request) ? subjectOf(request.name) : undefined;
    if (subject === undefined) return fault('malformed');
    // the hour is read once: the waiting is done by a clock nobody sets
    const waitMs = Math.min(request.deadline - Date.now(), LONGEST_WAIT_MS);
    if (waitMs <= 0) return fault('timeout');
    const encoding = encodeRequest(request);
    if (encoding.kind === 'fault') return fault(encoding.code);
    return client.ask(subject, encoding.bytes, waitMs);
  };
  return { request, connected: () => client.connected, close: () => client.close() };
};
