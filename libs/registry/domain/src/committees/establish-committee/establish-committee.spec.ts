import { spec } from '@benkan/testing';
import { committee, type TemplateApplied } from '../committee';
import { seatData, seatDefined } from '../committee.examples';
import { at, by, established, ids, installed, text } from '../../registry.examples';
import { establishCommittee, type EstablishCommittee } from './establish-committee';

const { given } = spec(committee, establishCommittee);

const { seatId, category, label, basis, alternatesAllowed } = seatData;
const applied = {
  template: 'COMMUNE_22',
  level: 'COMMUNE',
  seats: [{ seatId, category, label, basis, alternatesAllowed }],
} as const;
const templated: TemplateApplied = {
  type: 'committee-template-applied',
  data: { committeeId: ids.committee, template: 'COMMUNE_22' },
};

const call = (data: Partial<EstablishCommittee['data']> = {}): EstablishCommittee => ({
  data: { ...established.data, unitKnown: true, heldBy: null, applied: null, ...data },
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
  it('brings all the seats of a template', () =>
    given().when(call({ applied })).then(established, templated, seatDefined));
  it('hears a committee with a template once, the template said again or not', () => {
    given(established, templated, seatDefined).when(call({ applied })).then();
    given(established, templated, seatDefined).when(call()).then();
  });
  it('adds no template to a committee that began without', () =>
    given(established).when(call({ applied })).thenRefused('differs-from-recorded', ['template']));
  it('refuses a template of another level', () =>
    given()
      .when(call({ applied: { ...applied, level: 'REGION' } }))
      .thenRefused('template-not-of-this-level'));
  it('refuses a unit the registry does not know', () =>
    given()
      .when(call({ unitKnown: false }))
      .thenRefused('unit-unknown'));
  it('refuses a second committee for a unit and level', () =>
    given()
      .when(call({ heldBy: ids.otherCommittee }))
      .thenRefused('unit-has-a-committee'));
});
