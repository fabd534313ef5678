export { natsMessaging } from './messaging';
export { natsServer } from './server';
export { SafeNatsServer, type NatsServerOptions } from './safe-server';
export { FaultFilter } from './fault-filter';
export type { NatsAddress } from './connecting';
