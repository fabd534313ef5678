import { fold } from '@benkan/kernel';
import { spec } from '@benkan/testing';
import { text } from '../../registry.examples';
import { actorMap } from '../actor-map';
import * as example from '../actor-map.examples';
import { actorOn } from '../on-day';
import { reviseActor, type ReviseActor } from './revise-actor';

const { given } = spec(actorMap, reviseActor);
const { actorMapId, cafo, started, added, revised, personAdded, saying } = example;

const call = (changes: ReviseActor['data']['changes'], more: Partial<ReviseActor['data']> = {}) =>
  saying({ actorMapId, actorId: cafo, on: '2024-11-20', reason: text('3'), changes, ...more });
const stronger = { influence: 4, seatOnCommittee: true };

describe('registry.revise-actor', () => {
  it('says anew what was given; the rest stays', () =>
    given(started, added).when(call(stronger)).then(revised));
  it('hears it once', () => given(started, added, revised).when(call(stronger)).then());
  it('holds from its day on, and not before', () => {
    const map = fold(actorMap, [started, added, revised]);
    if (map.status === 'unknown') throw new Error('it was started');
    const actor = map.actors.get(cafo);
    if (actor === undefined) throw new Error('it was added');
    expect(['2024-11-14', '2024-11-19', '2024-11-20'].map((day) => actorOn(actor, day)?.influence)).toEqual([
      undefined,
      3,
      4,
    ]);
  });
  it('makes nobody a person without the restricted class and an expiry', () => {
    given(started, added)
      .when(call({ kind: 'PERSON' }))
      .thenRefused('person-needs-expiry');
    given(started, added)
      .when(call({ kind: 'PERSON', expiresOn: '2025-01-31' }))
      .thenRefused('person-needs-restricted-class');
    given(started, personAdded)
      .when(call({ expiresOn: null }, { actorId: example.spokeswoman }))
      .thenRefused('person-needs-expiry');
  });
  it('refuses whom nobody added, whom somebody removed, and a day before', () => {
    given(started).when(call(stronger)).thenRefused('actor-unknown');
    given(started, added, example.removed).when(call(stronger)).thenRefused('actor-removed');
    given(started, personAdded)
      .when(call(stronger, { actorId: example.spokeswoman, on: '2024-11-15' }))
      .thenRefused('before-mapping');
  });
  it('refuses a day to come, a published map, a map nobody started', () => {
    given(started, added)
      .when(call(stronger, { on: example.tomorrow }))
      .thenRefused('in-the-future');
    given(started, added, example.published).when(call(stronger)).thenRefused('actor-map-closed');
    given().when(call(stronger)).thenRefused('actor-map-unknown');
  });
});
