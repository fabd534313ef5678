export { openRegistry } from './open-registry';
export type { OpenModel } from './models';
