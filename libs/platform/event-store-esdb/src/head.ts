import type { AllStreamResolvedEvent, EventStoreDBClient, StreamingRead } from '@eventstore/db-client';
import type { Head, Position } from '@benkan/event-store';
import { eventsOf } from './reading';

const FIRST_PAGE = 16;
const NEXT_PAGE = 512;

/** The newest event that is not of the system: looks backwards, in pages. */
export const headOf = async (client: EventStoreDBClient, timeoutMs: number): Promise<Head | undefined> => {
  let before: Position | 'end' = 'end';
  for (let page = FIRST_PAGE; ; page = NEXT_PAGE) {
    const fromPosition: Position | 'end' = before;
    const read = (): StreamingRead<AllStreamResolvedEvent> =>
      client.readAll({ direction: 'backwards', fromPosition, maxCount: page });
    let seen = 0;
    for await (const { type, position, recordedAt } of eventsOf(read, timeoutMs)) {
      if (!type.startsWith('$')) return { ...position, recordedAt };
      before = position;
      seen += 1;
    }
    if (seen < page) return undefined;
  }
};
