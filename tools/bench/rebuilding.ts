import type { EventStore } from '@benkan/event-store';
import { meetingsProjection, meetingsSchema } from '@benkan/meetings-read-model';
import { projectionOperations, sliceOf, type Projection, type ViewStore } from '@benkan/projections';
import type { Views } from '@benkan/view-store-mongo';
import { readMeetings } from './meeting-history';

export const MEETINGS = sliceOf(meetingsProjection);

/**
 * Rebuilds the meetings as `benkan projections rebuild` does: folds history into a new generation, compares it with
 * the live one, switches. Answers with the seconds that passed until all was folded.
 */
export const rebuilt = async (store: EventStore, views: Views, through: ViewStore): Promise<number> => {
  const { rebuild } = projectionOperations({
    store,
    views: through,
    slices: {
      projections: [meetingsProjection as Projection],
      read: readMeetings,
      aggregates: ['meeting'],
    },
    index: (_slice, collection) => views.index(meetingsSchema, collection),
  });
  const started = performance.now();
  let folded = started;
  const outcome = await rebuild(MEETINGS, { onProgress: () => (folded = performance.now()) });
  if (outcome.kind !== 'switched') throw new Error(`the rebuild ended as ${outcome.kind}`);
  return (folded - started) / 1_000;
};
