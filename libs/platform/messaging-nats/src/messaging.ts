import { encodeRequest, fault, isRequest, type Messaging, type Reply, type Request } from '@benkan/messaging';
import { Logger } from '@nestjs/common';
import { NatsError } from 'nats';
import { catchError, defaultIfEmpty, firstValueFrom, map, merge, of, take, timer } from 'rxjs';
import { AskingClient } from './asking-client';
import type { NatsAddress } from './connecting';
import { subjectOf } from './subject';

// a longer timer would fire at once
const LONGEST_WAIT_MS = 2 ** 31 - 1;

const faultOf = (error: unknown): Reply =>
  fault(error instanceof NatsError && error.code === 'MAX_PAYLOAD_EXCEEDED' ? 'too-large' : 'unavailable');

const asked = (client: AskingClient, name: string, bytes: Uint8Array, waitMs: number): Promise<Reply> => {
  const late = timer(waitMs).pipe(map(() => fault(client.connected ? 'timeout' : 'unavailable')));
  const lost = client.lost.pipe(map(() => fault('unavailable')));
  return firstValueFrom(
    merge(lost, late, client.send<Reply>(name, bytes)).pipe(
      take(1),
      catchError((error: unknown) => of(faultOf(error))),
      defaultIfEmpty(fault('malformed')),
    ),
  );
};

/**
 * Asks over NATS, on subjects `benkan.v1.<name>`. Connects at once and for as long as it takes; requests made before
 * wait for it until their deadline. Faults: `unavailable` (nobody listens, or the connection is gone: whether it was
 * done is unknown), `timeout` (the deadline passed), `too-large`, `malformed` (a name or body that cannot be sent, a
 * reply that is none).
 */
export const natsMessaging = (address: NatsAddress): Messaging => {
  const client = new AskingClient(address);
  client
    .connect()
    .catch((error: unknown) => new Logger('Messaging').error(`not connected: ${String(error)}`));

  const request = async (request: Request): Promise<Reply> => {
    if (!isRequest(request) || subjectOf(request.name) === undefined) return fault('malformed');
    const waitMs = Math.min(request.deadline - Date.now(), LONGEST_WAIT_MS);
    if (waitMs <= 0) return fault('timeout');
    const encoding = encodeRequest(request);
    if (encoding.kind === 'fault') return fault(encoding.code);
    return asked(client, request.name, encoding.bytes, waitMs);
  };
  return { request, connected: () => client.connected, close: () => client.close() };
};
