export { openRegistry } from './open-registry';
