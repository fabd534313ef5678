import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { EventStoreDBClient } from '@eventstore/db-client';
import type { CallOptions, ClientDuplexStream, Metadata } from '@grpc/grpc-js';
import type { AppendOutcome } from '@benkan/event-store';
import { unknown } from './append-outcome';
import { correlationOf, outcomeOfResponse } from './wire-append';

type Call = ClientDuplexStream<BatchAppendReq, BatchAppendResp>;

/** What the client keeps for its own commands: one more of them is written here. Its version is pinned. */
type Commands = {
  GRPCStreamCreator(
    service: typeof StreamsClient,
    name: string,
    creator: (client: StreamsClient) => Call,
  ): () => Promise<Call>;
  callArguments(base: object, options: CallOptions): [Metadata, CallOptions];
};

const commandsOf = (client: EventStoreDBClient): Commands => client as unknown as Commands;

const openCall = (commands: Commands): Promise<Call> =>
  commands.GRPCStreamCreator(StreamsClient, 'append', (client) =>
    client.batchAppend(...commands.callArguments({}, { deadline: Infinity })),
  )();

/** One call over which appends are sent; each is answered, or ends with the call. */
export type WriteCall = {
  /** True once nothing more can be sent. */
  readonly ended: () => boolean;
  readonly send: (correlation: string, request: BatchAppendReq) => Promise<AppendOutcome>;
  /** Nobody waits for this append any more. */
  readonly forget: (correlation: string) => void;
  /** Sends nothing more; the call is cancelled once nobody waits for an answer. */
  readonly leave: () => void;
};

/** Opens a call. Rejects when the store cannot be reached. */
export const writeCall = async (client: EventStoreDBClient): Promise<WriteCall> => {
  const call = await openCall(commandsOf(client));
  // of this call alone: the client's own table is shared by the whole process
  const waiting = new Map<string, (outcome: AppendOutcome) => void>();
  let over: string | undefined;
  let left = false;

  const settle = (correlation: string, outcome: AppendOutcome): void => {
    const resolve = waiting.get(correlation);
    waiting.delete(correlation);
    resolve?.(outcome);
    if (left && waiting.size === 0) call.cancel();
  };
  const end = (detail: string): void => {
    over ??= detail;
    for (const correlation of [...waiting.keys()]) settle(correlation, unknown(over));
  };

  // heard for ever: an error that nobody hears ends the process
  call.on('error', (error) => end(error.message));
  call.on('end', () => {
    end('the call ended without an answer');
    // our half too: the client waits for both when it closes
    call.end();
  });
  call.on('data', (response: BatchAppendResp) =>
    settle(correlationOf(response), outcomeOfResponse(response)),
  );

  return {
    ended: () => over !== undefined || left,
    send: (correlation, request) =>
      new Promise((resolve) => {
        if (over !== undefined) return resolve(unknown(over));
        waiting.set(correlation, resolve);
        return void call.write(request);
      }),
    forget: (correlation) => settle(correlation, unknown('nobody waits')),
    leave() {
      left = true;
      if (waiting.size === 0) call.cancel();
    },
  };
};
