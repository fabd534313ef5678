export { openRegistry } from './open-registry';
export { registrySlices } from './slices';
export { isReferenceUnit } from './reference/reference-units';
