export { openMeetings } from './open-meetings';
export { meetingsSlices } from './slices';
