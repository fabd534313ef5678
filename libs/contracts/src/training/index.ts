import { activityCommands } from './activity-commands';
import { activityQueries } from './activity-queries';
import { trainingCommands } from './commands';
import { trainingEvents } from './events';
import { activityEvents, lifeEvents } from './life-events';
import { lifeCommands } from './life-commands';
import { outcomeCommands } from './outcome-commands';
import { outcomeQueries } from './outcome-queries';
import { trainingQueries } from './queries';
import { sheetCommands } from './sheet-commands';

export * from './activity-commands';
export * from './activity-queries';
export * from './commands';
export * from './life-commands';
export * from './outcome-commands';
export * from './outcome-queries';
export * from './queries';
export * from './sheet-commands';
export {
  ACTIVITY_KINDS,
  REPORT_SECTIONS,
  SATISFACTION_QUESTIONS,
  SESSION_PARTS,
  TERMS_SECTIONS,
} from './shapes';

/** Every command the training service hears. */
export const commands = [
  ...trainingCommands,
  ...lifeCommands,
  ...sheetCommands,
  ...outcomeCommands,
  ...activityCommands,
] as const;

/** Every question the training service answers. */
export const queries = [...trainingQueries, ...outcomeQueries, ...activityQueries] as const;

/** Every event type the training service has ever stored. */
export const storedEvents = [...trainingEvents, ...lifeEvents, ...activityEvents] as const;
