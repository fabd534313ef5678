import { runChild } from '../child';
import type { Order, ServersOrder } from '../messages';
import { startServers } from './start-servers';

runChild((order: Order): order is ServersOrder => order.kind === 'start-servers', startServers);
