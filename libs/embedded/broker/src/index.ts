export { start, type StartOptions } from './start';
export { serve, PortTaken, type Serving, type ServeOptions } from './serve';
