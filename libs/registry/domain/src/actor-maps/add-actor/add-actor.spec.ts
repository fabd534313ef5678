import { spec } from '@benkan/testing';
import { text } from '../../registry.examples';
import { actorMap } from '../actor-map';
import * as example from '../actor-map.examples';
import { addActor, type AddActor } from './add-actor';

const { given } = spec(actorMap, addActor);
const { started, added, personAdded, saying, ofPerson, published } = example;

const call = (more: Partial<AddActor['data']> = {}, of = added) => {
  const { carriedFrom: _, ...data } = of.data;
  return saying({ ...data, idGiven: true, ...more });
};
const person = (more: Partial<AddActor['data']> = {}) => call(more, personAdded);

describe('registry.add-actor', () => {
  it('adds an organisation', () => given(started).when(call()).then(added));
  it('adds a person of the restricted class, for a while', () =>
    given(started).when(person()).then(personAdded));
  it('hears it once, under its id or under its name', () => {
    given(started, added).when(call()).then();
    given(started, added)
      .when(call({ actorId: example.spokeswoman, idGiven: false }))
      .then();
  });
  it('hears it once after the publication too', () => given(started, added, published).when(call()).then());
  it('never overwrites what is written', () => {
    given(started, added)
      .when(call({ influence: 5, seatOnCommittee: true }))
      .thenRefused('differs-from-recorded', ['influence', 'seatOnCommittee']);
    given(started, added)
      .when(call({ actorId: example.spokeswoman }))
      .thenRefused('differs-from-recorded', ['actorId']);
  });
  it('refuses a person whose name never goes', () =>
    given(started)
      .when(person({ expiresOn: null }))
      .thenRefused('person-needs-expiry'));
  it('refuses a person who is not of the restricted class', () =>
    given(started)
      .when(person({ dataClass: 'INTERNAL' }))
      .thenRefused('person-needs-restricted-class'));
  it('refuses a name that would be gone already', () =>
    given(started)
      .when(person({ expiresOn: '2024-11-30' }))
      .thenRefused('expiry-is-past'));
  it('refuses a day to come, and a day before the mapping', () => {
    given(started)
      .when(call({ on: example.tomorrow }))
      .thenRefused('in-the-future');
    given(started)
      .when(call({ on: '2024-11-14' }))
      .thenRefused('before-mapping');
  });
  it('refuses to bring back under its id who was removed; under the name it is a new actor', () => {
    given(started, added, example.removed).when(call()).thenRefused('actor-removed');
    const again = { actorId: example.spokeswoman, on: '2024-11-26' };
    given(started, added, example.removed)
      .when(call(again))
      .then({ ...added, data: { ...added.data, ...again } });
  });
  it.each([
    ['published', [published]],
    ['superseded', [published, example.superseded]],
    ['archived', [example.archived]],
  ] as const)('refuses a map that is %s', (_, closing) =>
    given(started, added, ...closing)
      .when(call({ ...ofPerson, name: text('9'), actorId: example.spokeswoman }))
      .thenRefused('actor-map-closed'),
  );
  it('refuses a map nobody started', () => given().when(call()).thenRefused('actor-map-unknown'));
});
