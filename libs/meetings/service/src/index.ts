export { openMeetings } from './open-meetings';
