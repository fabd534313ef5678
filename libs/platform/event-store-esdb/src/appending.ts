import { randomUUID } from 'node:crypto';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { type AdmittedEvent, admit, type AppendOutcome, type EventStore } from '@benkan/event-store';
import { unknown } from './append-outcome';
import type { InFlight } from './in-flight';
import { requestOf, type Target } from './wire-append';
import { type WriteCall, writeCall } from './write-call';

export type Appending = {
  readonly client: EventStoreDBClient;
  readonly timeoutMs: number;
  readonly window: InFlight;
};

const LATE = unknown('no answer within the time allowed');

/** The call that is open, opened again when it has ended. */
const currentCall = (client: EventStoreDBClient) => {
  let current: Promise<WriteCall> | undefined;
  let opened: WriteCall | undefined;
  return async (): Promise<WriteCall> => {
    if (opened?.ended()) [current, opened] = [undefined, undefined];
    current ??= writeCall(client);
    const mine = current;
    try {
      opened = await mine;
      return opened;
    } catch (error) {
      if (current === mine) current = undefined;
      throw error;
    }
  };
};

/** An append that always settles, within `timeoutMs`, and never throws. */
export const appending = ({ client, timeoutMs, window }: Appending): EventStore['append'] => {
  const openCall = currentCall(client);

  const send = async (target: Target, events: readonly AdmittedEvent[], late: AbortSignal) => {
    const correlation = randomUUID();
    const request = requestOf(correlation, target, events);
    const call = await openCall();
    if (late.aborted) return LATE;
    // a call that leaves one without an answer is not trusted with the next
    const giveUp = (): void => {
      call.leave();
      call.forget(correlation);
    };
    late.addEventListener('abort', giveUp, { once: true });
    return call.send(correlation, request);
  };

  const attempt = async (
    target: Target,
    { events, bytes }: { readonly events: readonly AdmittedEvent[]; readonly bytes: number },
    late: AbortSignal,
  ): Promise<AppendOutcome> => {
    const leave = await window.enter(bytes, late);
    if (!leave) return LATE;
    try {
      return await send(target, events, late);
    } catch (error) {
      return unknown(error instanceof Error ? error.message : String(error));
    } finally {
      leave();
    }
  };

  return async (stream, expected, proposed) => {
    const admission = admit(proposed);
    if (admission.kind === 'refused') return admission;
    const late = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const lateness = new Promise<AppendOutcome>((resolve) => {
      timer = setTimeout(() => {
        late.abort();
        resolve(LATE);
      }, timeoutMs);
    });
    return Promise.race([attempt({ stream, expected }, admission, late.signal), lateness]).finally(() =>
      clearTimeout(timer),
    );
  };
};
