import { meetingCommands } from './commands';
import { meetingEvents } from './events';
import { attendanceSheetQueries } from './attendance-sheet';
import { agendaCommands, agendaEvents } from './agenda';
import { calendarCommands, calendarQueries } from './calendar';
import { lifeCommands } from './life-commands';
import { lifeEvents } from './life-events';
import { offlineRollQueries } from './offline-roll';
import { minutesCommands } from './minutes';
import { minutesEvents } from './minutes-events';
import { minutesQueries } from './minutes-queries';
import { meetingQueries } from './queries';
import { recommendationCommands, recommendationEvents, recommendationQueries } from './recommendations';
import { sheetCommands } from './sheet-commands';
import { sheetEvents } from './sheet-events';

export * from './agenda';
export * from './calendar';
export * from './commands';
export * from './life-commands';
export * from './life-events';
export * from './lists';
export { getOfflineRoll, MAX_ROLL } from './offline-roll';
export * from './minutes';
export * from './minutes-events';
export * from './minutes-queries';
export { MINUTES_RECIPIENTS, MINUTES_STATUSES } from './minutes-shapes';
export * from './sheet-commands';
export * from './sheet-events';
export * from './queries';
export * from './attendance-sheet';
export * from './events';
export * from './recommendations';
export * from '../sync-pack';

/** Every command the meetings service hears. */
export const commands = [
  ...meetingCommands,
  ...lifeCommands,
  ...sheetCommands,
  ...agendaCommands,
  ...calendarCommands,
  ...minutesCommands,
  ...recommendationCommands,
] as const;

/** Every question the meetings service answers. */
export const queries = [
  ...meetingQueries,
  ...attendanceSheetQueries,
  ...offlineRollQueries,
  ...calendarQueries,
  ...minutesQueries,
  ...recommendationQueries,
] as const;

/** Every event type the meetings service has ever stored. */
export const storedEvents = [
  ...meetingEvents,
  ...lifeEvents,
  ...sheetEvents,
  ...agendaEvents,
  ...minutesEvents,
  ...recommendationEvents,
] as const;
