import { openAnalytics } from '@benkan/analytics-service';
import { startGateway } from '@benkan/gateway-service';
import { hostService, openMetrics, openPlatform, type Hosted, type Platform } from '@benkan/hosting';
import { openImports } from '@benkan/imports-service';
import { openMeetings } from '@benkan/meetings-service';
import { pinoLog } from '@benkan/observability-pino';
import { openRegistry } from '@benkan/registry-service';
import { joseTokens } from '@benkan/security-jose';
import { xlsxSpreadsheets } from '@benkan/spreadsheet-xlsx';
import { openTraining } from '@benkan/training-service';
import type { Running } from '../child';
import type { ServicesOrder, ServicesReady } from '../messages';

const ISSUER = 'benkan-demo';
const NOTICE = 'Données synthétiques de démonstration : aucune ligne ne décrit une personne réelle.';

const hostAll = (platform: Platform): Promise<Hosted[]> =>
  Promise.all([
    hostService(platform, 'registry', openRegistry),
    hostService(platform, 'meetings', openMeetings),
    hostService(platform, 'training', openTraining),
    hostService(platform, 'analytics', openAnalytics),
    hostService(platform, 'imports', (deps) => openImports(deps, xlsxSpreadsheets())),
  ]);

const notReady = (hosted: readonly Hosted[]) => {
  const waiting = new Set(hosted.map(({ name }) => name));
  for (const { name, ready } of hosted) void ready.then(() => waiting.delete(name));
  return waiting;
};

/** Every service and the gateway in one process, over the same clients and protocols as anywhere. */
export const startServices = async (order: ServicesOrder): Promise<Running<ServicesReady>> => {
  const log = pinoLog({ level: order.logLevel, service: 'stack', destination: order.logFile });
  const { addresses, clockChecked } = order;
  const { metrics, url: metricsUrl, close: closeMetrics } = await openMetrics('stack', order.metricsPort);
  const platform = await openPlatform({ addresses, log, name: 'stack', metrics, clockChecked });
  const hosted = await hostAll(platform);
  const waiting = notReady(hosted);
  const tokens = joseTokens({ issuer: ISSUER, audience: 'benkan' });
  const gateway = await startGateway({
    messaging: platform.messaging,
    context: platform.context,
    tokens,
    now: () => new Date(),
    readiness: () => Promise.resolve([...waiting, ...(platform.messaging.connected() ? [] : ['broker'])]),
    log,
    notice: NOTICE,
    demonstration: { tokens, issuer: ISSUER },
    port: order.port,
    host: order.host,
  });
  await Promise.all(hosted.map(({ ready }) => ready));
  return {
    ready: { kind: 'ready', url: gateway.url, port: gateway.port, metricsUrl },
    close: async () => {
      await gateway.close();
      await Promise.all(hosted.map((service) => service.close()));
      await platform.close();
      await closeMetrics();
    },
  };
};
