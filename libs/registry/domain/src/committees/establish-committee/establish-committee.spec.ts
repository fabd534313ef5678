import { spec } from '@benkan/testing';
import { committee } from '../committee';
import { at, by, established, ids, installed, text } from '../../registry.examples';
import { establishCommittee, type EstablishCommittee } from './establish-committee';

const { given } = spec(committee, establishCommittee);

const call = (data: Partial<EstablishCommittee['data']> = {}): EstablishCommittee => ({
  data: { ...established.data, unitKnown: true, heldBy: null, ...data },
  at,
  by,
});

describe('registry.establish-committee', () => {
  it('establishes the committee of a unit', () => given().when(call()).then(established));
  it('goes on where its own reservation was made', () =>
    given()
      .when(call({ heldBy: ids.committee }))
      .then(established));
  it('hears the same committee once', () => given(established).when(call()).then());
  it('hears it once after the installation too', () =>
    given(established, installed)
      .when(call({ heldBy: ids.committee }))
      .then());
  it('never overwrites what is written', () =>
    given(established)
      .when(call({ level: 'REGION', legalAct: text('9'), frequency: 'UNKNOWN' }))
      .thenRefused('differs-from-recorded', ['level', 'legalAct', 'frequency']));
  it('refuses a unit the registry does not know', () =>
    given()
      .when(call({ unitKnown: false }))
      .thenRefused('unit-unknown'));
  it('refuses a second committee for a unit and level', () =>
    given()
      .when(call({ heldBy: ids.otherCommittee }))
      .thenRefused('unit-has-a-committee'));
});
