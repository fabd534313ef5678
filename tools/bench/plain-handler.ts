import { jsonEvent, type EventStoreDBClient } from '@eventstore/db-client';
import type { JsonObject } from '@benkan/event-store';
import type { Fold } from '@benkan/kernel';
import type { MeetingFact } from '@benkan/meetings-domain';

export type Appended = MeetingFact & { readonly metadata: JsonObject };

/** What a team writes first: read the whole stream, fold it, decide, append where it ended. */
export const plainHandler =
  <State>(client: EventStoreDBClient, { initial, evolve }: Fold<State, MeetingFact>) =>
  async (stream: string, decide: (state: State) => readonly Appended[]): Promise<void> => {
    let state = initial;
    let revision: bigint | undefined;
    for await (const { event } of client.readStream(stream)) {
      if (event === undefined) continue;
      state = evolve(state, { type: event.type, data: event.data } as unknown as MeetingFact);
      revision = event.revision;
    }
    const messages = decide(state).map(({ type, data, metadata }) =>
      jsonEvent({ type, data: data as JsonObject, metadata }),
    );
    await client.appendToStream(stream, messages, { expectedRevision: revision ?? 'no_stream' });
  };
