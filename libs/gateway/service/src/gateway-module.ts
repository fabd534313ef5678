import { Module, type DynamicModule } from '@nestjs/common';
import type { Log } from '@benkan/observability';
import type { GatewayDeps } from './http/forward';
import { ProblemFilter } from './http/problem-filter';
import { GATEWAY, routeController } from './http/route-controller';
import { RefusedRowsController } from './imports/refused-rows.controller';
import { UploadController } from './imports/upload.controller';
import { routes } from './routes';
import { DEMO, DemoTokensController, type Demonstration } from './system/demo-tokens.controller';
import { DOCS_NOTICE, DocumentationController } from './system/documentation.controller';
import { HealthController, READINESS, type Readiness } from './system/health.controller';
import { APP_FILTER } from '@nestjs/core';

export type GatewayOptions = GatewayDeps & {
  readonly readiness: Readiness;
  readonly log: Log;
  /** Said on top of the documentation page. */
  readonly notice: string;
  /** Present over demonstration data on loopback only. */
  readonly demonstration?: Demonstration;
};

@Module({})
class GatewayModule {}

/** The HTTP edge: one controller a route, and one way to say no. */
export const gatewayModule = ({
  readiness,
  log,
  notice,
  demonstration,
  ...deps
}: GatewayOptions): DynamicModule => ({
  module: GatewayModule,
  controllers: [
    HealthController,
    DocumentationController,
    UploadController,
    RefusedRowsController,
    ...routes.map(routeController),
    ...(demonstration === undefined ? [] : [DemoTokensController]),
  ],
  providers: [
    { provide: GATEWAY, useValue: deps },
    { provide: READINESS, useValue: readiness },
    { provide: DOCS_NOTICE, useValue: notice },
    { provide: APP_FILTER, useValue: new ProblemFilter(log) },
    ...(demonstration === undefined ? [] : [{ provide: DEMO, useValue: demonstration }]),
  ],
});
