import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import type { Empty } from '@eventstore/db-client/generated/shared_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { handleUnaryCall, ServiceDefinition } from '@grpc/grpc-js';

const PROTOCOL_VERSION = '24.10.5';

const methodsOf = (service: ServiceDefinition): SupportedMethod[] =>
  Object.values(service).map(({ path }) => {
    const [, serviceName = '', methodName = ''] = path.split('/');
    return new SupportedMethod()
      .setServiceName(serviceName.toLowerCase())
      .setMethodName(methodName.toLowerCase());
  });

/** Tells the client what it may call; the version is that of the protocol imitated. */
export const handleFeatures: handleUnaryCall<Empty, SupportedMethods> = (_call, reply) => {
  const methods = [...methodsOf(StreamsService), ...methodsOf(ServerFeaturesService)];
  reply(null, new SupportedMethods().setMethodsList(methods).setEventStoreServerVersion(PROTOCOL_VERSION));
};
