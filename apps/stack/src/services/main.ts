import 'reflect-metadata';
import { runChild } from '../child';
import type { Order, ServicesOrder } from '../messages';
import { startServices } from './start-services';

runChild((order: Order): order is ServicesOrder => order.kind === 'start-services', startServices);
