import { runChild } from '../child';
import type { Order, ServersOrder } from '../messages';
import { startServers } from '@benkan/laptop';

runChild(
  (order: Order): order is ServersOrder => order.kind === 'start-servers',
  async (order) => {
    const { urls, close } = await startServers(order);
    return { ready: { kind: 'ready', urls }, close };
  },
);
