import { Module, type DynamicModule } from '@nestjs/common';
import type { Log } from '@benkan/observability';
import { BatchesController } from './batches/batches.controller';
import { EventsController } from './events/events.controller';
import type { GatewayDeps } from './http/forward';
import { ProblemFilter } from './http/problem-filter';
import { GATEWAY, routeController } from './http/route-controller';
import { RefusedRowsController } from './imports/refused-rows.controller';
import { UploadController } from './imports/upload.controller';
import { routes } from './routes';
import { SyncPackController } from './sync-pack/sync-pack.controller';
import type { LocalIssuer } from '@benkan/accounts';
import { AccountsController, LOCAL_ISSUER } from './system/accounts.controller';
import { DEMO, DemoTokensController, type Demonstration } from './system/demo-tokens.controller';
import { DOCS, DocumentationController, type Docs } from './system/documentation.controller';
import { DAMAGE, HealthController, READINESS, type Readiness } from './system/health.controller';
import { APP_FILTER } from '@nestjs/core';

export type GatewayOptions = GatewayDeps & {
  readonly readiness: Readiness;
  /** Names of the stores whose bytes were found damaged. */
  readonly damaged?: () => readonly string[];
  readonly log: Log;
  /** Said on top of the documentation page. */
  readonly notice: string;
  /** Present over demonstration data on loopback only. */
  readonly demonstration?: Demonstration;
  /** Present on a laptop without another issuer: people sign in here. */
  readonly accounts?: LocalIssuer;
};

type Shown = {
  readonly notice: string;
  readonly demonstration: Demonstration | undefined;
  readonly accounts: LocalIssuer | undefined;
};

const docsOf = ({ notice, demonstration, accounts }: Shown): Docs => {
  if (demonstration !== undefined) return { notice, tokensFrom: 'demonstration' };
  return { notice, tokensFrom: accounts === undefined ? 'issuer' : 'accounts' };
};

@Module({})
class GatewayModule {}

/** The HTTP edge: one controller a route, and one way to say no. */
export const gatewayModule = ({
  readiness,
  damaged = () => [],
  log,
  notice,
  demonstration,
  accounts,
  ...deps
}: GatewayOptions): DynamicModule => ({
  module: GatewayModule,
  controllers: [
    HealthController,
    DocumentationController,
    UploadController,
    RefusedRowsController,
    EventsController,
    BatchesController,
    SyncPackController,
    ...routes.map(routeController),
    ...(demonstration === undefined ? [] : [DemoTokensController]),
    ...(accounts === undefined ? [] : [AccountsController]),
  ],
  providers: [
    { provide: GATEWAY, useValue: deps },
    { provide: READINESS, useValue: readiness },
    { provide: DAMAGE, useValue: damaged },
    { provide: DOCS, useValue: docsOf({ notice, demonstration, accounts }) },
    { provide: APP_FILTER, useValue: new ProblemFilter(log) },
    ...(demonstration === undefined ? [] : [{ provide: DEMO, useValue: demonstration }]),
    ...(accounts === undefined ? [] : [{ provide: LOCAL_ISSUER, useValue: accounts }]),
  ],
});
