export { openMeetings } from './open-meetings';
export type { OpenModel } from './models';
