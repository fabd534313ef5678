import { randomUUID } from 'node:crypto';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import {
  type AppendReq,
  type AppendResp,
  type BatchAppendReq,
  BatchAppendResp,
  type ReadReq,
  ReadResp,
} from '@eventstore/db-client/generated/streams_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import type { status } from '@grpc/grpc-js';
import {
  type handleBidiStreamingCall,
  type handleClientStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import type { EventToAppend } from '@benkan/event-store';
import { esdbEventStore, type EsdbEventStoreOptions } from './esdb-event-store';

export type WriteCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;
export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

export type Misbehaviour = {
  /** Called once for each call, with what reads its requests. */
  readonly batchAppend?: (call: WriteCall) => void;
  readonly read?: (call: ReadCall) => void;
};

export const failure = (code: status, details: string): Error =>
  Object.assign(new Error(details), { code, details });

/** The yes to one append. */
export const yes = (request: BatchAppendReq, revision = 0n): BatchAppendResp => {
  const response = new BatchAppendResp().setSuccess(
    new BatchAppendResp.Success().setCurrentRevision(revision.toString()),
  );
  const id = request.getCorrelationId();
  return id ? response.setCorrelationId(id) : response;
};

/** One event of a read or subscription; `data` and `metadata` are stored as they are. */
export const eventMessage = (stream: string, revision: number, data = '{}', metadata = '{}'): ReadResp => {
  const at = String(revision + 1);
  const event = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(randomUUID()))
    .setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(stream)))
    .setStreamRevision(String(revision))
    .setPreparePosition(at)
    .setCommitPosition(at)
    .setData(Buffer.from(data))
    .setCustomMetadata(Buffer.from(metadata));
  event.getMetadataMap().set('type', 'happened').set('content-type', 'application/json');
  return new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(event).setCommitPosition(at));
};

const features: handleUnaryCall<unknown, SupportedMethods> = (_call, reply) =>
  reply(
    null,
    new SupportedMethods()
      .setEventStoreServerVersion('24.10.5')
      .setMethodsList([
        new SupportedMethod()
          .setServiceName('event_store.client.streams.streams')
          .setMethodName('batchappend'),
      ]),
  );

/** A server of the protocol that answers as it is told to; what it is not told stays without an answer. */
export const misbehaving = async ({ batchAppend, read }: Misbehaviour) => {
  const server = new Server();
  const seen = { batchAppend: 0, append: 0 };
  const onBatch: handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> = (call) => {
    seen.batchAppend += 1;
    call.on('error', () => undefined);
    call.on('end', () => call.end());
    if (batchAppend) batchAppend(call);
    else call.resume();
  };
  const onAppend: handleClientStreamingCall<AppendReq, AppendResp> = (call) => {
    seen.append += 1;
    call.resume();
  };
  const onRead: handleServerStreamingCall<ReadReq, ReadResp> = (call) => {
    call.on('error', () => undefined);
    read?.(call);
  };
  const { append, batchAppend: batch, read: reading } = StreamsService;
  server.addService(
    { append, batchAppend: batch, read: reading },
    { append: onAppend, batchAppend: onBatch, read: onRead },
  );
  server.addService(
    { getSupportedMethods: ServerFeaturesService.getSupportedMethods },
    { getSupportedMethods: features },
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return {
    port,
    url: `esdb://127.0.0.1:${port}?tls=false`,
    seen,
    close: async () => server.forceShutdown(),
  };
};

export const fact = (padding = ''): EventToAppend => ({
  id: randomUUID(),
  type: 'happened',
  data: { padding },
  metadata: {},
});

export const newStream = (): string => `trap-${randomUUID()}`;

export const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};

/** Opens stores and servers that are closed after each example. */
export const closedAfterEach = () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
  const keep = <T extends { close(): Promise<unknown> }>(opened: T): T => {
    closing.push(() => opened.close());
    return opened;
  };
  return {
    keep,
    open: (url: string, options: Omit<EsdbEventStoreOptions, 'url'> = {}) =>
      keep(esdbEventStore({ url, ...options })),
    serve: async (misbehaviour: Misbehaviour) => keep(await misbehaving(misbehaviour)),
  };
};
