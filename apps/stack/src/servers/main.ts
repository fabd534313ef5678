import { startServers } from '@benkan/laptop';
import { pinoLog } from '@benkan/observability-pino';
import { runChild, say } from '../child';
import type { Order, ServersOrder } from '../messages';
import { damageTo } from './damage';

runChild(
  (order: Order): order is ServersOrder => order.kind === 'start-servers',
  async (order) => {
    const log = pinoLog({ level: order.logLevel, service: 'servers', destination: order.logFile });
    const { urls, close } = await startServers(order, damageTo(log, say));
    return { ready: { kind: 'ready', urls }, close };
  },
);
