export { openTraining } from './open-training';
export { trainingSlices } from './slices';
