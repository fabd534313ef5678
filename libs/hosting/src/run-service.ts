import { errorFields } from '@benkan/observability';
import { pinoLog } from '@benkan/observability-pino';
import type { ServiceSettings } from './environment';
import { hostService, type OpenService } from './host-service';
import { openMetrics } from './open-metrics';
import { openPlatform } from './open-platform';

/** Runs one service as a process of its own until it is told to stop. */
export const runService = async (
  name: string,
  open: OpenService,
  { addresses, logLevel, clockChecked, metricsPort }: ServiceSettings,
): Promise<void> => {
  const log = pinoLog({ level: logLevel, service: name });
  const { metrics, close: closeMetrics } = await openMetrics(name, metricsPort);
  const platform = await openPlatform({ addresses, log, name, metrics, clockChecked });
  const hosted = await hostService(platform, name, open);
  const stop = () => {
    hosted
      .close()
      .then(() => platform.close())
      .then(closeMetrics)
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        log.error('stopped badly', errorFields(error));
        process.exit(1);
      });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await hosted.ready;
  log.info('ready');
};
