import { fold, type Decision } from '@benkan/kernel';
import fc from 'fast-check';
import { text } from '../registry.examples';
import { addActor } from './add-actor/add-actor';
import { actorMap, type ActorMap } from './actor-map';
import type { ActorMapFact, ActorTraits } from './actor-map-facts';
import * as example from './actor-map.examples';
import { differenceBetween, type RecordedFact } from './difference';
import { expireNames, namesToDestroy } from './expire-name/expire-name';
import { isNameExpired, wasPublishedOn } from './on-day';
import { publishMap } from './publish-map/publish-map';
import { reviseActor } from './revise-actor/revise-actor';
import { supersedeMap } from './supersede-map/supersede-map';

const { actorMapId, started, added, personAdded, saying } = example;
const known = (...facts: readonly ActorMapFact[]) => {
  const map = fold(actorMap, facts);
  if (map.status === 'unknown') throw new Error('it was started');
  return map;
};

const aKind = fc.constantFrom('ORGANISATION' as const, 'ROLE' as const, 'PERSON' as const);
const aClass = fc.constantFrom('INTERNAL' as const, 'RESTRICTED' as const);
const anExpiry = fc.constantFrom(null, '2024-11-30', '2024-12-01', '2025-06-30');
const someTraits = fc.record({ kind: aKind, dataClass: aClass, expiresOn: anExpiry });
const anActor = fc.constantFrom('a', 'b', 'c');
const aStep = fc.oneof(
  fc.record({ what: fc.constant('add' as const), actorId: anActor, traits: someTraits }),
  fc.record({ what: fc.constant('revise' as const), actorId: anActor, traits: someTraits }),
  fc.record({ what: fc.constant('publish' as const), actorId: anActor, traits: someTraits }),
);
type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never;

const decided = (state: ActorMap, { what, actorId, traits }: Step): Decision<ActorMapFact, string> => {
  const data = { actorMapId, actorId, on: '2024-11-20' };
  const all: ActorTraits = { ...example.traits, ...traits, name: text(actorId) };
  if (what === 'publish') return publishMap(saying({ actorMapId, on: '2024-12-01' }), state);
  if (what === 'add') return addActor(saying({ ...data, ...all, idGiven: true }), state);
  return reviseActor(saying({ ...data, changes: traits, reason: text('3') }), state);
};

describe('whatever is said, in whatever order', () => {
  it('every person on a map is of the restricted class, and for a while (invariant 16)', () => {
    const seen = { people: 0 };
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 20 }), (steps) => {
        let state: ActorMap = known(started);
        for (const step of steps) {
          const decision = decided(state, step);
          if (decision.kind === 'accepted') state = decision.facts.reduce(actorMap.evolve, state);
        }
        if (state.status === 'unknown') throw new Error('it was started');
        for (const { versions } of state.actors.values())
          for (const { kind, dataClass, expiresOn } of versions) {
            if (kind !== 'PERSON') continue;
            seen.people += 1;
            expect({ dataClass, expires: expiresOn !== null }).toEqual({
              dataClass: 'RESTRICTED',
              expires: true,
            });
          }
      }),
      { numRuns: 300 },
    );
    // the property would hold of maps without people too
    expect(seen.people).toBeGreaterThan(0);
  });

  it('a published map changes no more', () =>
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 10 }), (steps) => {
        const state = known(started, added, example.published);
        for (const step of steps) {
          const decision = decided(state, step);
          if (decision.kind === 'accepted') expect(decision.facts).toEqual([]);
        }
      }),
    ));
});

describe('a name whose day has gone by', () => {
  const map = known(started, personAdded, example.published);
  it('is destroyed the day after, on a published map too, and said once', () => {
    const actor = map.actors.get(example.spokeswoman);
    expect(actor && ['2025-01-31', '2025-02-01'].map((day) => isNameExpired(actor, day))).toEqual([
      false,
      true,
    ]);
    expect(namesToDestroy(map, '2025-01-31')).toEqual([]);
    expect(namesToDestroy(map, '2025-02-01')).toMatchObject([{ texts: [{ digest: text('2').digest }] }]);
    const expired = expireNames({ actorMapId, on: '2025-02-01' }, map);
    expect(expired.facts).toMatchObject([{ type: 'actor-name-expired' }]);
    const after = expired.facts.reduce(actorMap.evolve, map as ActorMap);
    expect(expireNames({ actorMapId, on: '2025-02-02' }, after).facts).toEqual([]);
  });
});

describe('the map of a unit on a day', () => {
  it('is the published one until the next takes its place', () => {
    const map = known(started, added, example.published, example.superseded);
    expect(['2024-11-29', '2024-11-30', '2024-12-01'].map((day) => wasPublishedOn(map, day))).toEqual([
      false,
      true,
      false,
    ]);
    const by = { actorMapId, by: example.nextMapId, on: '2024-12-01' };
    expect(supersedeMap(by, known(started, added)).facts).toEqual([]);
    expect(supersedeMap(by, known(started, added, example.published)).facts).toEqual([example.superseded]);
  });
});

describe('the difference between two maps', () => {
  const recorded = (...facts: readonly ActorMapFact[]): RecordedFact[] =>
    facts.map((fact) => ({ eventId: `${fact.type} ${fact.data.actorMapId}`, fact }));
  const { revised, flagged, proposed, reviewed, removed, published } = example;
  const over = { actorMapId: example.nextMapId, on: '2024-12-01' };
  const first = known(started, added, published);
  const publishedNext: ActorMapFact = { ...published, data: over };

  it('is none between a map and itself', () =>
    expect(differenceBetween(first, first, [])).toEqual({
      ...{ added: [], removed: [], changed: [] },
      ...{ newlyExcluded: [], noLongerExcluded: [], newStrategies: [] },
    }));

  it('names who came, what changed, who is left out and how that is to end, with the events', () => {
    const facts: readonly ActorMapFact[] = [
      { ...started, data: { ...started.data, actorMapId: over.actorMapId } },
      { ...added, data: { ...added.data, ...over, carriedFrom: actorMapId } },
      ...[
        { ...revised, data: { ...revised.data, ...over } },
        { ...personAdded, data: { ...personAdded.data, ...over } },
      ],
      ...[
        { ...flagged, data: { ...flagged.data, ...over } },
        { ...proposed, data: { ...proposed.data, ...over } },
      ],
      publishedNext,
    ];
    const told = differenceBetween(first, known(...facts), recorded(...facts));
    expect(told).toMatchObject({
      added: [{ id: example.spokeswoman, eventIds: [`actor-added ${over.actorMapId}`] }],
      removed: [],
      changed: [{ id: example.cafo, fields: ['influence', 'seatOnCommittee'] }],
      newlyExcluded: [{ id: example.exclusionId }],
      noLongerExcluded: [],
      newStrategies: [{ id: example.strategyId }],
    });
    expect(told.changed[0]?.eventIds).toEqual([`actor-revised ${over.actorMapId}`]);
  });

  it('names who left and who is no longer left out', () => {
    const before = known(started, added, personAdded, flagged, proposed);
    const facts = [added, personAdded, flagged, reviewed, removed];
    const told = differenceBetween(before, known(started, ...facts), recorded(...facts));
    expect(told).toMatchObject({
      removed: [{ id: example.cafo, eventIds: [`actor-removed ${actorMapId}`] }],
      noLongerExcluded: [{ id: example.exclusionId, eventIds: [`inclusion-reviewed ${actorMapId}`] }],
      ...{ added: [], newlyExcluded: [] },
    });
  });

  it('knows an actor by the name where a map began from nothing; what replaced the map is the cause', () => {
    const anew = { ...added, data: { ...added.data, actorId: example.strategyId, interest: 1 } };
    const told = differenceBetween(first, known(started, anew), recorded(publishedNext));
    expect(told).toMatchObject({
      ...{ added: [], removed: [], changed: [{ fields: ['interest'] }] },
    });
    expect(told.changed[0]?.eventIds).toEqual([`actor-map-published ${over.actorMapId}`]);
  });
});
