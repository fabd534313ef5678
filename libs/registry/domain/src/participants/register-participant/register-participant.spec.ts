import { spec } from '@benkan/testing';
import { fold } from '@benkan/kernel';
import { participant } from '../participant';
import { at, by, enrolled, ids } from '../../registry.examples';
import { registerParticipant, type RegisterParticipant } from './register-participant';

const { given } = spec(participant, registerParticipant);

const call = (data: Partial<RegisterParticipant['data']> = {}): RegisterParticipant => ({
  data: {
    ...enrolled.data,
    unitKnown: true,
    erased: false,
    recognisable: true,
    personalDiffers: [],
    ...data,
  },
  at,
  by,
});

describe('registry.register-participant', () => {
  it('keeps traits only', () => given().when(call()).then(enrolled));
  it('hears the same person once', () => given(enrolled).when(call()).then());
  it('never overwrites a trait', () =>
    given(enrolled)
      .when(call({ ageBand: '30-35', corps: 'POLICE' }))
      .thenRefused('differs-from-recorded', ['ageBand', 'corps']));
  it('never moves a person to another unit', () =>
    given(enrolled)
      .when(call({ unitId: ids.parent }))
      .thenRefused('differs-from-recorded', ['unitId']));
  it('names the personal fields that differ beside the traits', () =>
    given(enrolled)
      .when(call({ sex: 'NR', personalDiffers: ['phone', 'lastName'] }))
      .thenRefused('differs-from-recorded', ['sex', 'phone', 'lastName']));
  it('never shows a personal value', () =>
    expect(
      registerParticipant(call({ personalDiffers: ['phone'] }), fold(participant, [enrolled])),
    ).toMatchObject({ differences: [{ field: 'phone', recorded: null, given: null }] }));
  it('refuses a unit the registry does not know', () =>
    given()
      .when(call({ unitKnown: false }))
      .thenRefused('unit-unknown'));
  it('refuses who could never be found again', () =>
    given()
      .when(call({ recognisable: false }))
      .thenRefused('nothing-to-recognise-by'));
  it('never brings back who was erased', () =>
    given(enrolled)
      .when(call({ erased: true }))
      .thenRefused('personal-data-erased'));
});
