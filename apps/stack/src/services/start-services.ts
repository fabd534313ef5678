import { openAnalytics } from '@benkan/analytics-service';
import { wordDocuments } from '@benkan/documents-docx';
import { pdfDocuments } from '@benkan/documents-pdfmake';
import { LAPTOP_LIMITS, startGateway, type Tls } from '@benkan/gateway-service';
import {
  hostService,
  openMetrics,
  openPlatform,
  openReminding,
  packSecretOf,
  syncPackSigner,
  type Hosted,
  type Platform,
} from '@benkan/hosting';
import { openImports } from '@benkan/imports-service';
import { openMeetings } from '@benkan/meetings-service';
import { pinoLog } from '@benkan/observability-pino';
import { openRegistry } from '@benkan/registry-service';
import { xlsxSpreadsheets } from '@benkan/spreadsheet-xlsx';
import { openTraining } from '@benkan/training-service';
import { readFile } from 'node:fs/promises';
import type { Running } from '../child';
import type { TlsFiles } from '../exposure';
import type { ServicesOrder, ServicesReady } from '../messages';
import { openIdentity } from './identity';

const hostAll = (
  platform: Platform,
  { territory, reminders }: Pick<ServicesOrder, 'territory' | 'reminders'>,
  settled: Promise<void>,
): Promise<Hosted[]> =>
  Promise.all([
    hostService(platform, 'registry', (deps, open) => openRegistry(deps, open, territory, settled)),
    hostService(platform, 'meetings', (deps, open) =>
      openMeetings(deps, open, openReminding(reminders, deps.log)),
    ),
    hostService(platform, 'training', openTraining),
    hostService(platform, 'analytics', openAnalytics),
    hostService(platform, 'imports', (deps) => openImports(deps, xlsxSpreadsheets())),
  ]);

const notReady = (hosted: readonly Hosted[]) => {
  const waiting = new Set(hosted.map(({ name }) => name));
  for (const { name, ready } of hosted) void ready.then(() => waiting.delete(name));
  return waiting;
};

const tlsIn = async ({ certFile, keyFile }: TlsFiles): Promise<Tls> => {
  const [cert, key] = await Promise.all([readFile(certFile), readFile(keyFile)]);
  return { cert, key };
};

/**
 * Every service and the gateway in one process, over the same clients and protocols as anywhere. `damaged` may grow;
 * the reference territory below the régions is loaded once `settled`.
 */
export const startServices = async (
  order: ServicesOrder,
  damaged: ReadonlySet<string>,
  settled: Promise<void>,
): Promise<Running<ServicesReady>> => {
  const log = pinoLog({ level: order.logLevel, service: 'stack', destination: order.logFile });
  const { addresses, clockChecked } = order;
  const { metrics, url: metricsUrl, close: closeMetrics } = await openMetrics('stack', order.metricsPort);
  const platform = await openPlatform({
    ...{ addresses, log, name: 'stack', metrics, clockChecked },
    ownsKek: true,
  });
  const hosted = await hostAll(platform, order, settled);
  const waiting = notReady(hosted);
  const identity = await openIdentity(order.identity, platform);
  const gateway = await startGateway({
    messaging: platform.messaging,
    context: platform.context,
    ...identity.edge,
    now: () => new Date(),
    readiness: () => Promise.resolve([...waiting, ...(platform.messaging.connected() ? [] : ['broker'])]),
    damaged: () => [...damaged].sort(),
    log,
    ...(order.tls === undefined ? {} : { tls: await tlsIn(order.tls) }),
    port: order.port,
    host: order.host,
    limits: LAPTOP_LIMITS,
    packs: syncPackSigner({ file: order.packKeys, secret: packSecretOf(platform.vault) }),
    printers: { pdf: pdfDocuments(), docx: wordDocuments(), spreadsheets: xlsxSpreadsheets() },
  });
  await Promise.all(hosted.map(({ ready }) => ready));
  return {
    ready: { kind: 'ready', url: gateway.url, port: gateway.port, metricsUrl },
    close: async () => {
      await gateway.close();
      await Promise.all(hosted.map((service) => service.close()));
      await identity.close();
      await platform.close();
      await closeMetrics();
    },
  };
};
