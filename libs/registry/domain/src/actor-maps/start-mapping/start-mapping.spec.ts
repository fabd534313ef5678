import { fold } from '@benkan/kernel';
import { spec } from '@benkan/testing';
import { ids, text } from '../../registry.examples';
import { actorMap } from '../actor-map';
import * as example from '../actor-map.examples';
import { startMapping, type StartMapping } from './start-mapping';

const { given } = spec(actorMap, startMapping);
const { actorMapId, nextMapId, started, added, personAdded, flagged, proposed, reviewed, saying } = example;

const call = (more: Partial<StartMapping['data']> = {}) =>
  saying({
    ...{ ...started.data, unitType: 'COMMUNE' as const, unitKnown: true, heldBy: null },
    ...{ base: actorMap.initial, names: new Map(), ...more },
  });
const next = { actorMapId: nextMapId, version: 2, mappedOn: '2024-12-01', basedOn: actorMapId };

describe('registry.start-mapping', () => {
  it('starts the map of a commune', () => given().when(call()).then(started));
  it('starts the map of an arrondissement', () =>
    given()
      .when(call({ unitType: 'ARRONDISSEMENT' }))
      .then(started));
  it('goes on where its own reservation was made', () =>
    given()
      .when(call({ heldBy: actorMapId }))
      .then(started));
  it('hears it once', () => given(started).when(call()).then());
  it('never overwrites what is written', () =>
    given(started)
      .when(call({ mappedOn: '2024-11-16' }))
      .thenRefused('differs-from-recorded', ['mappedOn']));
  it('refuses a second draft', () =>
    given()
      .when(call({ heldBy: nextMapId }))
      .thenRefused('unit-has-a-draft'));
  it.each(['REGION', 'NEIGHBOURHOOD', null] as const)('refuses a unit that is %s', (unitType) =>
    given().when(call({ unitType })).thenRefused('unit-not-a-commune'),
  );
  it('refuses a unit nobody registered, and a day to come', () => {
    given()
      .when(call({ unitKnown: false }))
      .thenRefused('unit-unknown');
    given()
      .when(call({ mappedOn: example.tomorrow }))
      .thenRefused('in-the-future');
  });

  it('takes over the actors, the groups still excluded and their strategies', () => {
    const earlier = fold(actorMap, [started, added, flagged, proposed]);
    const over = { actorMapId: nextMapId, on: next.mappedOn, carriedFrom: actorMapId };
    given()
      .when(call({ ...next, base: earlier }))
      .then(
        { type: 'actor-mapping-started', data: { ...started.data, ...next } },
        { type: 'actor-added', data: { ...added.data, ...over } },
        { type: 'excluded-group-flagged', data: { ...flagged.data, ...over } },
        { type: 'inclusion-strategy-proposed', data: { ...proposed.data, ...over } },
      );
  });
  it('leaves behind who was removed and who is no longer excluded', () =>
    given()
      .when(call({ ...next, base: fold(actorMap, [started, added, flagged, reviewed, example.removed]) }))
      .then({ type: 'actor-mapping-started', data: { ...started.data, ...next } }));
  it('takes a person over under a name of its own, until the day it goes', () => {
    const earlier = fold(actorMap, [started, personAdded]);
    const names = new Map([[example.spokeswoman, text('9')]]);
    const mapped = { type: 'actor-mapping-started', data: { ...started.data, ...next } } as const;
    const over = { actorMapId: nextMapId, on: next.mappedOn, carriedFrom: actorMapId };
    given()
      .when(call({ ...next, base: earlier, names }))
      .then(mapped, { type: 'actor-added', data: { ...personAdded.data, ...over, name: text('9') } });
    const command = call({ ...next, base: earlier, names });
    given()
      .when({ ...command, at: '2025-02-01T08:00:00.000Z' })
      .then(mapped);
    given()
      .when(call({ ...next, base: earlier }))
      .then(mapped);
  });
  it('refuses a base of another unit, or of a later day', () => {
    const earlier = fold(actorMap, [started]);
    given()
      .when(call({ ...next, unitId: ids.parent, base: earlier }))
      .thenRefused('base-not-of-this-unit');
    given().when(call(next)).thenRefused('base-not-of-this-unit');
    given()
      .when(call({ ...next, mappedOn: '2024-11-14', base: earlier }))
      .thenRefused('before-base');
  });
});
