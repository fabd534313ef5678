import { type Credentials, type EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import {
  type AdmittedEvent,
  admit,
  type AppendOutcome,
  type EventStore,
  type Expected,
} from '@benkan/event-store';
import { outcomeOf, outcomeOfError } from './append-outcome';
import type { InFlight } from './in-flight';

export type Appending = {
  readonly client: EventStoreDBClient;
  readonly credentials: Credentials;
  readonly timeoutMs: number;
  readonly window: InFlight;
};

type Target = { readonly stream: string; readonly expected: Expected };

const LATE: AppendOutcome = { kind: 'unknown', detail: 'no answer within the time allowed' };

const send = async (
  { client, credentials, timeoutMs }: Appending,
  { stream, expected }: Target,
  events: readonly AdmittedEvent[],
): Promise<AppendOutcome> => {
  const messages = events.map(({ id, type, data, metadata }) => jsonEvent({ id, type, data, metadata }));
  try {
    const result = await client.appendToStream(stream, messages, {
      expectedRevision: expected === 'no-stream' ? 'no_stream' : expected,
      deadline: timeoutMs,
      // naming them makes the client send one call an append, instead of its batches: those share one table of
      // promises in the whole process, reject unheard when the store dies and never end when it hangs
      credentials,
    });
    return outcomeOf(result);
  } catch (error) {
    return outcomeOfError(error);
  }
};

/** An append that always settles, within `timeoutMs`, and never throws. */
export const appending =
  (settings: Appending): EventStore['append'] =>
  async (stream, expected, proposed) => {
    const admission = admit(proposed);
    if (admission.kind === 'refused') return admission;
    const late = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const lateness = new Promise<AppendOutcome>((resolve) => {
      timer = setTimeout(() => {
        late.abort();
        resolve(LATE);
      }, settings.timeoutMs);
    });
    const attempt = async (): Promise<AppendOutcome> => {
      const leave = await settings.window.enter(admission.bytes, late.signal);
      if (!leave) return LATE;
      return send(settings, { stream, expected }, admission.events).finally(leave);
    };
    return Promise.race([attempt(), lateness]).finally(() => clearTimeout(timer));
  };
