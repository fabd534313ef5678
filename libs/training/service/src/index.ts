export { openTraining } from './open-training';
export type { OpenModel } from './context';
