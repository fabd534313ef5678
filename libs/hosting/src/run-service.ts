import { errorFields } from '@benkan/observability';
import { pinoLog } from '@benkan/observability-pino';
import type { Addresses } from './addresses';
import { hostService, type OpenService } from './host-service';
import { openPlatform } from './open-platform';

/** Runs one service as a process of its own until it is told to stop. */
export const runService = async (
  name: string,
  open: OpenService,
  {
    addresses,
    logLevel,
  }: { readonly addresses: Addresses; readonly logLevel: Parameters<typeof pinoLog>[0]['level'] },
): Promise<void> => {
  const log = pinoLog({ level: logLevel, service: name });
  const platform = await openPlatform(addresses, log, name);
  const hosted = await hostService(platform, name, open);
  const stop = () => {
    hosted
      .close()
      .then(() => platform.close())
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
