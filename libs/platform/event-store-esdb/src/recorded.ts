import type { RecordedEvent as ClientEvent } from '@eventstore/db-client';
import type { Position, RecordedEvent } from '@benkan/event-store';

// stores before 22.6 do not tell it when a stream is read, or tell the largest number
const UNTOLD: Position = { commit: 0n, prepare: 0n };
const LARGEST = 0x7fff_ffff_ffff_ffffn;

const positionOf = (position: Position | undefined): Position =>
  position === undefined || position.commit > LARGEST ? UNTOLD : position;

/** An event of the client as one of the port. */
export const recorded = (event: ClientEvent): RecordedEvent => ({
  stream: event.streamId,
  revision: event.revision,
  id: event.id,
  type: event.type,
  data: event.data,
  metadata: event.metadata,
  position: positionOf(event.position),
  recordedAt: event.created,
});
