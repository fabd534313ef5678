import * as meetings from '@benkan/contracts/meetings';
import { minutesPrints } from '../documents/minutes-prints';
import { ask, tell, type Route } from './route';

const minutes = 'v1/meetings/:meetingId/minutes';
const ofMeeting = { notFound: 'meeting-unknown' };

/** Ways to the minutes of meetings: drafted, adopted, corrected, transmitted. */
export const minutesRoutes: readonly Route[] = [
  ask('v1/minutes', meetings.listMinutes),
  tell(minutes, meetings.draftMinutes, ofMeeting),
  ask(minutes, meetings.getMinutes, { prints: minutesPrints }),
  tell(`${minutes}/adoption`, meetings.adoptMinutes, ofMeeting),
  tell(`${minutes}/errata`, meetings.correctMinutes, ofMeeting),
  tell(`${minutes}/transmissions`, meetings.transmitMinutes, ofMeeting),
];
