export { start } from './start';
export { serve, type Running, type StartOptions } from './serve';
export { StartFault } from './faults';
