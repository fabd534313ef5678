import 'reflect-metadata';
import { runChild } from '../child';
import type { Order, ServicesOrder } from '../messages';
import { startServices } from './start-services';

const damaged = new Set<string>();
let settle: () => void = () => undefined;
const settled = new Promise<void>((resolve) => (settle = resolve));

runChild(
  (order: Order): order is ServicesOrder => order.kind === 'start-services',
  (order) => startServices(order, damaged, settled),
  (order) => {
    if (order.kind === 'damaged') damaged.add(order.store);
    if (order.kind === 'settled') settle();
  },
);
