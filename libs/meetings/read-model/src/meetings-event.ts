import type { FactOf } from '@benkan/contracts';
import type { storedEvents } from '@benkan/contracts/meetings';
import type { Projection, ViewEvent } from '@benkan/projections';

type Told<F> = F extends { readonly type: infer Type extends string; readonly data: infer Data }
  ? ViewEvent<Type, Data>
  : never;

/** Whatever the meetings service has ever stored, as a view hears it. */
export type MeetingsEvent = Told<FactOf<(typeof storedEvents)[number]>>;

/** A projection of meetings' events; it leaves every other event alone. */
export const ofMeetings = <View extends object>(
  projection: Projection<View, MeetingsEvent>,
): Projection<View> => ({
  ...projection,
  // an event reaches a view only after its schema was checked
  keys: (event) => projection.keys(event as MeetingsEvent),
  evolve: (view, event, key) => projection.evolve(view, event as MeetingsEvent, key),
});
