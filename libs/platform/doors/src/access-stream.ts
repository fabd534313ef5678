import { accessEvents, eventReader, type FactOf } from '@benkan/contracts';
import { aggregatesReadBy } from '@benkan/event-store';
import type { Fold } from '@benkan/kernel';

export type AccessFact = FactOf<(typeof accessEvents)[number]>;

const nothing: Fold<null, AccessFact> = { initial: null, evolve: () => null };

/** Streams of access records: nothing is decided on what they hold. */
export const access = aggregatesReadBy(eventReader(accessEvents), accessEvents)('access', nothing);
