export { gatewayModule, type GatewayOptions } from './gateway-module';
export { DEFAULT_LIMITS, LAPTOP_LIMITS, type Limits } from './http/limits';
export { startGateway, type ListeningGateway, type Tls } from './start-gateway';
export { routes, type Route } from './routes';
export { hasText } from './http/texts';
export { openApiOf } from './system/openapi';
export type { Readiness } from './system/health.controller';
export type { Demonstration } from './system/demo-tokens.controller';
