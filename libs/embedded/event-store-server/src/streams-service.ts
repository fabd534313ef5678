import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { MethodDefinition } from '@grpc/grpc-js';

const asWritten = (bytes: Buffer): Buffer => bytes;

const writingBytes = <Request, Response>(
  method: MethodDefinition<Request, Response>,
): MethodDefinition<Request, Buffer> => ({
  ...method,
  responseSerialize: asWritten,
  responseDeserialize: asWritten,
});

/** The service as the client knows it; what is sent most is handed over as bytes of its messages. */
export const streamsService = {
  ...StreamsService,
  read: writingBytes(StreamsService.read),
  batchAppend: writingBytes(StreamsService.batchAppend),
};
