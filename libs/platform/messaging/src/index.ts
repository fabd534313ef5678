export * from './messaging';
export * from './command-id';
export { decodeReply, decodeRequest, encodeReply, encodeRequest, fault } from './codec';
export { isReply, isRequest } from './shapes';
export { nextSpan, traceIdOf } from './trace';
