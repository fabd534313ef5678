export { ServerFault, type ServerFaultCode } from './server-fault';
export { type EventStoreServer, start, type StartOptions } from './start';
