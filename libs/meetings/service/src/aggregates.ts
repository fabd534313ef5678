import { eventReader } from '@benkan/contracts';
import { storedEvents } from '@benkan/contracts/meetings';
import { aggregatesReadBy } from '@benkan/event-store';
import { meeting, minutes as minutesFold, recommendation } from '@benkan/meetings-domain';

/** Reads whatever the meetings service has ever stored. */
export const readMeetings = eventReader(storedEvents);

const aggregate = aggregatesReadBy(readMeetings, storedEvents);

export const meetings = aggregate('meeting', meeting);
export const minutes = aggregate('minutes', minutesFold);
export const recommendations = aggregate('recommendation', recommendation);
