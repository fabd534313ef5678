import { z } from 'zod';
import { REVEAL_PURPOSES } from '../../code-lists';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';
import {
  actorKind,
  actorTraits,
  category,
  dataClass,
  exampleIds,
  nameState,
  ofMap,
  score,
  sourceReliability,
} from './shapes';

const { actorMapId, actorId } = exampleIds;

/** A person is not mapped like an organisation. */
const OF_PERSONS = ['person-needs-expiry', 'person-needs-restricted-class', 'expiry-is-past'] as const;

export const addActor = defineCommand({
  name: 'registry.add-actor',
  summary: 'Add an actor to an open map: an organisation or a role before a person',
  request: z.strictObject({
    ...ofMap,
    actorId: id().optional(),
    ...actorTraits,
    name: freeText(200),
    seatOnCommittee: z.boolean().nullable().default(null),
    dataClass: dataClass().default('INTERNAL'),
    /** The last day the name may be read; needed for a person. */
    expiresOn: day().nullable().default(null),
    sourceReliability: sourceReliability().nullable().default(null),
    on: day(),
  }),
  refusals: [
    ...['actor-map-unknown', 'actor-map-closed', 'in-the-future', 'before-mapping'],
    ...['actor-removed', 'differs-from-recorded'],
    ...OF_PERSONS,
  ] as const,
  answer: z.strictObject({ actorId: id() }),
  example: {
    ...{ actorMapId, kind: 'ORGANISATION', name: 'CAFO communale', category: 'ORG_FEMMES' },
    ...{ influence: 3, interest: 5, seatOnCommittee: false, sourceReliability: 'B', on: '2024-11-15' },
  },
});

export const reviseActor = defineCommand({
  name: 'registry.revise-actor',
  summary: 'Say anew what an actor is, with the reason; what is left out stays',
  request: z.strictObject({
    ...ofMap,
    actorId: id(),
    name: freeText(200).optional(),
    kind: actorKind().optional(),
    category: category().optional(),
    influence: score().optional(),
    interest: score().optional(),
    seatOnCommittee: z.boolean().nullable().optional(),
    dataClass: dataClass().optional(),
    expiresOn: day().nullable().optional(),
    sourceReliability: sourceReliability().nullable().optional(),
    on: day(),
    reason: freeText(500),
  }),
  refusals: [
    ...['actor-map-unknown', 'actor-unknown', 'actor-map-closed', 'actor-removed'],
    ...['in-the-future', 'before-mapping'],
    ...OF_PERSONS,
  ] as const,
  example: {
    ...{ actorMapId, actorId, influence: 4, seatOnCommittee: true, on: '2025-02-10' },
    reason: 'Désignée au comité en février',
  },
});

export const removeActor = defineCommand({
  name: 'registry.remove-actor',
  summary: 'Take an actor off an open map from a day on, with the reason',
  request: z.strictObject({ ...ofMap, actorId: id(), on: day(), reason: freeText(500) }),
  refusals: [
    ...['actor-map-unknown', 'actor-unknown', 'actor-map-closed', 'in-the-future', 'before-mapping'],
    'differs-from-recorded',
  ] as const,
  example: { actorMapId, actorId, on: '2025-02-10', reason: 'Association dissoute' },
});

export const revealActor = defineCommand({
  name: 'registry.reveal-actor',
  summary: 'Open the restricted name of an actor for a stated purpose; the reveal is recorded',
  request: z.strictObject({ ...ofMap, actorId: id(), purpose: z.enum(REVEAL_PURPOSES) }),
  refusals: ['actor-map-unknown', 'actor-unknown', 'name-expired'],
  /** The name is absent when the same key is sent again: nobody is shown twice for one fact. */
  answer: z.strictObject({ name: z.string().nullable(), nameState: nameState() }),
  example: { actorMapId, actorId, purpose: 'VERIFICATION' },
});

export const actorCommands = [addActor, reviseActor, removeActor, revealActor] as const;
