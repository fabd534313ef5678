import type { CustomStrategy } from '@nestjs/microservices';
import { SafeNatsServer, type NatsServerOptions } from './safe-server';

/**
 * What `NestFactory.createMicroservice` and `connectMicroservice` take. Listens on `benkan.v1.<pattern>`;
 * closing the application drains (`strategy.drain()` does it earlier).
 */
export const natsServer = (
  options: NatsServerOptions,
): CustomStrategy & { readonly strategy: SafeNatsServer } => ({
  strategy: new SafeNatsServer(options),
});
