import type { FactOf } from '@benkan/contracts';
import type { storedEvents } from '@benkan/contracts/training';
import type { Projection, ViewEvent } from '@benkan/projections';

type Told<F> = F extends { readonly type: infer Type extends string; readonly data: infer Data }
  ? ViewEvent<Type, Data>
  : never;

/** Whatever the training service has ever stored, as a view hears it. */
export type TrainingEvent = Told<FactOf<(typeof storedEvents)[number]>>;

/** A projection of trainings' events; it leaves every other event alone. */
export const ofTraining = <View extends object>(
  projection: Projection<View, TrainingEvent>,
): Projection<View> => ({
  ...projection,
  // an event reaches a view only after its schema was checked
  keys: (event) => projection.keys(event as TrainingEvent),
  evolve: (view, event, key) => projection.evolve(view, event as TrainingEvent, key),
});
