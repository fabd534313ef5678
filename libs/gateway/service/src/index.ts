export { gatewayModule, type GatewayOptions } from './gateway-module';
export { startGateway, type ListeningGateway } from './start-gateway';
export { routes, type Route } from './routes';
export { hasText } from './http/texts';
export { openApiOf } from './system/openapi';
export type { Readiness } from './system/health.controller';
export type { Demonstration } from './system/demo-tokens.controller';
