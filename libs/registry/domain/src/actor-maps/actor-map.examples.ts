import { at, by, ids, text } from '../registry.examples';
import type {
  ActorAdded,
  ActorMapArchived,
  ActorMappingStarted,
  ActorMapPublished,
  ActorMapSuperseded,
  ActorRemoved,
  ActorRevised,
  ActorTraits,
  ExcludedGroupFlagged,
  InclusionReviewed,
  InclusionStrategyProposed,
} from './actor-map-facts';

/** Facts of the actor map of a commune, on 1 December 2024. */
export const actorMapId = ids.committee;
export const nextMapId = ids.otherCommittee;
export const cafo = '66666666-6666-5666-8666-666666666666';
export const spokeswoman = '77777777-7777-5777-8777-777777777777';
export const exclusionId = '88888888-8888-5888-8888-888888888888';
export const strategyId = '99999999-9999-5999-8999-999999999999';
export const mappedOn = '2024-11-15';
export const tomorrow = '2024-12-02';

/** A command as it reaches a decision. */
export const saying = <Data>(data: Data, instant = at) => ({ data, at: instant, by });

export const traits: ActorTraits = {
  ...{ name: text('1'), kind: 'ORGANISATION', category: 'ORG_FEMMES', influence: 3, interest: 5 },
  ...{ seatOnCommittee: false, dataClass: 'INTERNAL', expiresOn: null, sourceReliability: 'B' },
};
/** A woman of whom a name is known: restricted, and until a day. */
export const ofPerson: ActorTraits = {
  ...{ ...traits, name: text('2'), kind: 'PERSON', dataClass: 'RESTRICTED', expiresOn: '2025-01-31' },
};
export const started: ActorMappingStarted = {
  type: 'actor-mapping-started',
  data: { actorMapId, unitId: ids.unit, version: 1, mappedOn, basedOn: null },
};
export const added: ActorAdded = {
  type: 'actor-added',
  data: { actorMapId, actorId: cafo, ...traits, on: mappedOn, carriedFrom: null },
};
export const personAdded: ActorAdded = {
  type: 'actor-added',
  data: { actorMapId, actorId: spokeswoman, ...ofPerson, on: '2024-11-16', carriedFrom: null },
};
export const revised: ActorRevised = {
  type: 'actor-revised',
  data: {
    ...{ actorMapId, actorId: cafo, ...traits, influence: 4, seatOnCommittee: true },
    ...{ on: '2024-11-20', reason: text('3') },
  },
};
export const removed: ActorRemoved = {
  type: 'actor-removed',
  data: { actorMapId, actorId: cafo, on: '2024-11-25', reason: text('4') },
};
export const flagged: ExcludedGroupFlagged = {
  type: 'excluded-group-flagged',
  data: {
    ...{ actorMapId, exclusionId, group: 'WOMEN', otherGroup: null, actorId: cafo },
    ...{ on: mappedOn, carriedFrom: null },
  },
};
export const proposed: InclusionStrategyProposed = {
  type: 'inclusion-strategy-proposed',
  data: { actorMapId, exclusionId, strategyId, text: text('5'), on: mappedOn, carriedFrom: null },
};
export const reviewed: InclusionReviewed = {
  type: 'inclusion-reviewed',
  data: {
    ...{ actorMapId, exclusionId, reviewedOn: '2024-11-28', outcome: 'NO_LONGER_EXCLUDED' },
    note: text('6'),
  },
};
export const published: ActorMapPublished = {
  type: 'actor-map-published',
  data: { actorMapId, on: '2024-11-30' },
};
export const superseded: ActorMapSuperseded = {
  type: 'actor-map-superseded',
  data: { actorMapId, by: nextMapId, on: '2024-12-01' },
};
export const archived: ActorMapArchived = {
  type: 'actor-map-archived',
  data: { actorMapId, on: '2024-12-01', reason: text('7') },
};
