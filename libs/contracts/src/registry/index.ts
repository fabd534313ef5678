import { actorMapCommands, actorMapEvents, actorMapQueries } from './actor-maps';
import { committeeCommands, committeeEvents, committeeQueries } from './committees';
import { participantCommands, participantEvents, participantQueries } from './participants';
import { protectionCommands, protectionEvents, protectionQueries } from './protection';
import { projectCommands, projectEvents, projectQueries } from './projects';
import { reservationEvents } from './reservations';
import { unitCommands, unitEvents, unitQueries } from './units';

export * from './units';
export * from './committees';
export * from './participants';
export * from './protection';
export * from './projects';
export * from './actor-maps';

/** Every command the registry hears. */
export const commands = [
  ...unitCommands,
  ...committeeCommands,
  ...participantCommands,
  ...protectionCommands,
  ...projectCommands,
  ...actorMapCommands,
] as const;

/** Every question the registry answers. */
export const queries = [
  ...unitQueries,
  ...committeeQueries,
  ...participantQueries,
  ...protectionQueries,
  ...projectQueries,
  ...actorMapQueries,
] as const;

/** Every event type the registry has ever stored. */
export const storedEvents = [
  ...unitEvents,
  ...committeeEvents,
  ...participantEvents,
  ...reservationEvents,
  ...protectionEvents,
  ...projectEvents,
  ...actorMapEvents,
] as const;
