import { committeeCommands, committeeEvents, committeeQueries } from './committees';
import { participantCommands, participantEvents, participantQueries } from './participants';
import { reservationEvents } from './reservations';
import { unitCommands, unitEvents, unitQueries } from './units';

export * from './units';
export * from './committees';
export * from './participants';

/** Every command the registry hears. */
export const commands = [...unitCommands, ...committeeCommands, ...participantCommands] as const;

/** Every question the registry answers. */
export const queries = [...unitQueries, ...committeeQueries, ...participantQueries] as const;

/** Every event type the registry has ever stored. */
export const storedEvents = [
  ...unitEvents,
  ...committeeEvents,
  ...participantEvents,
  ...reservationEvents,
] as const;
