import type { Fold, SealedText } from '@benkan/kernel';
import { told, type Dated } from '../committees/dated';
import type {
  ActorMapFact,
  ActorTraits,
  Added,
  Flagged,
  Proposed,
  Reviewed,
  RevisedActor,
  Started,
} from './actor-map-facts';

export type MappedActor = {
  /** What it is from each day on. */
  readonly versions: readonly (ActorTraits & Dated)[];
  readonly addedOn: string;
  readonly removedOn: string | null;
  /** Every text that may name it, the former names too. */
  readonly texts: readonly SealedText[];
  /** Whether its texts were destroyed when its day had gone by. */
  readonly nameExpired: boolean;
};
export type Exclusion = Pick<Flagged, 'group' | 'otherGroup' | 'actorId' | 'on'> & {
  readonly strategies: ReadonlyMap<string, Pick<Proposed, 'text' | 'on'>>;
  readonly reviews: readonly (Pick<Reviewed, 'reviewedOn' | 'outcome' | 'note'> & Dated)[];
};

/** `open`: a draft. What is published or archived is closed: it changes no more. */
export type KnownMap = {
  readonly status: 'DRAFT' | 'PUBLISHED' | 'SUPERSEDED' | 'ARCHIVED';
  readonly started: Started;
  readonly actors: ReadonlyMap<string, MappedActor>;
  readonly exclusions: ReadonlyMap<string, Exclusion>;
  readonly publishedOn: string | null;
  readonly supersededOn: string | null;
  readonly archived: { readonly on: string; readonly reason: SealedText } | null;
  /** The latest day any fact of the map is of. */
  readonly lastOn: string;
};
export type ActorMap = { readonly status: 'unknown' } | KnownMap;

/** What an actor is, of all that is said of it. */
export const actorTraitsOf = (actor: ActorTraits): ActorTraits => ({
  name: actor.name,
  kind: actor.kind,
  category: actor.category,
  influence: actor.influence,
  interest: actor.interest,
  seatOnCommittee: actor.seatOnCommittee,
  dataClass: actor.dataClass,
  expiresOn: actor.expiresOn,
  sourceReliability: actor.sourceReliability,
});

const begun = (started: Started): KnownMap => ({
  ...{ status: 'DRAFT', started, actors: new Map(), exclusions: new Map() },
  ...{ publishedOn: null, supersededOn: null, archived: null, lastOn: started.mappedOn },
});

const added = (actor: Added): MappedActor => ({
  versions: [{ ...actorTraitsOf(actor), since: actor.on }],
  ...{ addedOn: actor.on, removedOn: null, texts: [actor.name], nameExpired: false },
});

const revised = (actor: MappedActor, data: RevisedActor): MappedActor => ({
  ...actor,
  versions: told(actor.versions, { ...actorTraitsOf(data), since: data.on }),
  texts: [...actor.texts, data.name, data.reason],
});

const withActor = (map: KnownMap, id: string, change: (actor: MappedActor) => MappedActor): KnownMap => {
  const actor = map.actors.get(id);
  return actor === undefined ? map : { ...map, actors: new Map(map.actors).set(id, change(actor)) };
};

const withExclusion = (map: KnownMap, id: string, change: (one: Exclusion) => Exclusion): KnownMap => {
  const one = map.exclusions.get(id);
  return one === undefined ? map : { ...map, exclusions: new Map(map.exclusions).set(id, change(one)) };
};

const flagged = ({ group, otherGroup, actorId, on }: Flagged): Exclusion => ({
  ...{ group, otherGroup, actorId, on, strategies: new Map(), reviews: [] },
});

const reviewed = (one: Exclusion, { reviewedOn, outcome, note }: Reviewed): Exclusion => ({
  ...one,
  reviews: told(one.reviews, { reviewedOn, outcome, note, since: reviewedOn }),
});

type Steps = {
  readonly [Type in ActorMapFact['type']]?: (
    map: KnownMap,
    data: Extract<ActorMapFact, { type: Type }>['data'],
  ) => KnownMap;
};

const steps: Steps = {
  'actor-added': (map, data) => ({ ...map, actors: new Map(map.actors).set(data.actorId, added(data)) }),
  'actor-revised': (map, data) => withActor(map, data.actorId, (actor) => revised(actor, data)),
  'actor-removed': (map, { actorId, on, reason }) =>
    withActor(map, actorId, (actor) => ({ ...actor, removedOn: on, texts: [...actor.texts, reason] })),
  'actor-name-expired': (map, { actorId }) =>
    withActor(map, actorId, (actor) => ({ ...actor, nameExpired: true })),
  'excluded-group-flagged': (map, data) => ({
    ...map,
    exclusions: new Map(map.exclusions).set(data.exclusionId, flagged(data)),
  }),
  'inclusion-strategy-proposed': (map, { exclusionId, strategyId, text, on }) =>
    withExclusion(map, exclusionId, (one) => ({
      ...one,
      strategies: new Map(one.strategies).set(strategyId, { text, on }),
    })),
  'inclusion-reviewed': (map, data) => withExclusion(map, data.exclusionId, (one) => reviewed(one, data)),
  'actor-map-published': (map, { on }) => ({ ...map, status: 'PUBLISHED', publishedOn: on }),
  'actor-map-superseded': (map, { on }) => ({ ...map, status: 'SUPERSEDED', supersededOn: on }),
  'actor-map-archived': (map, { on, reason }) => ({ ...map, status: 'ARCHIVED', archived: { on, reason } }),
};

/** What is said of the house's own accord, whatever day it is, is no mapping. */
const dayOfFact = (fact: ActorMapFact): string | undefined => {
  if (fact.type === 'inclusion-reviewed') return fact.data.reviewedOn;
  const isMapping = !['actor-name-expired', 'actor-map-superseded'].includes(fact.type);
  return isMapping && 'on' in fact.data ? fact.data.on : undefined;
};

const evolve = (map: ActorMap, fact: ActorMapFact): ActorMap => {
  if (fact.type === 'actor-mapping-started') return begun(fact.data);
  if (map.status === 'unknown') return map;
  // each type leads to the step that takes its data
  const step = steps[fact.type] as ((map: KnownMap, data: ActorMapFact['data']) => KnownMap) | undefined;
  const next = step?.(map, fact.data) ?? map;
  const on = dayOfFact(fact);
  return on !== undefined && on > next.lastOn ? { ...next, lastOn: on } : next;
};

/** One version of the actor map of a unit. */
export const actorMap: Fold<ActorMap, ActorMapFact> = { initial: { status: 'unknown' }, evolve };
