export { openTraining } from './open-training';
