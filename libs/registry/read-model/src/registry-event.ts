import type { FactOf } from '@benkan/contracts';
import type { storedEvents } from '@benkan/contracts/registry';
import type { Projection, ViewEvent } from '@benkan/projections';

type Told<F> = F extends { readonly type: infer Type extends string; readonly data: infer Data }
  ? ViewEvent<Type, Data>
  : never;

/** Whatever the registry has ever stored, as a view hears it. */
export type RegistryEvent = Told<FactOf<(typeof storedEvents)[number]>>;

/** A projection of the registry's events; it leaves every other event alone. */
export const ofRegistry = <View extends object>(
  projection: Projection<View, RegistryEvent>,
): Projection<View> => ({
  ...projection,
  // an event reaches a view only after its schema was checked
  keys: (event) => projection.keys(event as RegistryEvent),
  evolve: (view, event, key) => projection.evolve(view, event as RegistryEvent, key),
});
