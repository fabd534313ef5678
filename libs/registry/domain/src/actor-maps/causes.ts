import type { ActorMapFact } from './actor-map-facts';

/** A fact as it was recorded, with the id of its event. */
export type RecordedFact = { readonly eventId: string; readonly fact: ActorMapFact };

type Wanted = (fact: ActorMapFact) => boolean;

const isTakenOver = ({ data }: ActorMapFact): boolean => 'carriedFrom' in data && data.carriedFrom !== null;

const CLOSINGS: readonly ActorMapFact['type'][] = [
  'actor-map-published',
  'actor-map-superseded',
  'actor-map-archived',
];

/**
 * The events that said it; where nobody said it in so many words, those that replaced one map by the other.
 * What a map merely took over from an earlier one says nothing.
 */
export const causesAmong =
  (history: readonly RecordedFact[]) =>
  (wanted: Wanted): string[] => {
    const idsOf = (is: Wanted) => history.filter(({ fact }) => is(fact)).map(({ eventId }) => eventId);
    const said = idsOf((fact) => wanted(fact) && !isTakenOver(fact));
    return said.length > 0 ? said : idsOf(({ type }) => CLOSINGS.includes(type));
  };

export const ofActor =
  (actorId: string, ...types: readonly ActorMapFact['type'][]): Wanted =>
  ({ type, data }) =>
    types.includes(type) && 'actorId' in data && data.actorId === actorId;

export const ofExclusion =
  (exclusionId: string, type: ActorMapFact['type']): Wanted =>
  (fact) =>
    fact.type === type && 'exclusionId' in fact.data && fact.data.exclusionId === exclusionId;
