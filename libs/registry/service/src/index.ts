export { openRegistry } from './open-registry';
export { registrySlices } from './slices';
