import { spec } from '@benkan/testing';
import { established, text } from '../../registry.examples';
import { committee, type Vacated } from '../committee';
import { mayor, saying, vacated } from '../committee.examples';
import { declarePresidencyVacant } from './declare-presidency-vacant';

const { given } = spec(committee, declarePresidencyVacant);
const call = (more: Partial<Vacated> = {}) => saying({ ...vacated.data, ...more });

describe('registry.declare-presidency-vacant', () => {
  it('records that nobody presides any more', () => given(established, mayor).when(call()).then(vacated));
  it('records it where nothing was told of the presidency', () =>
    given(established).when(call()).then(vacated));
  it('records late that it had been vacant before the one who presides', () =>
    given(established, { ...mayor, data: { ...mayor.data, since: '2024-09-01' } })
      .when(call())
      .then(vacated));
  it('hears the same vacancy once', () => given(established, mayor, vacated).when(call()).then());
  it('never overwrites what was said of it', () =>
    given(established, vacated)
      .when(call({ note: text('9') }))
      .thenRefused('differs-from-recorded', ['note']));
  it('refuses a second beginning of the same vacancy', () =>
    given(established, mayor, vacated)
      .when(call({ since: '2024-05-01' }))
      .thenRefused('presidency-already-vacant', ['since']));
  it('refuses a day to come', () =>
    given(established, mayor)
      .when(call({ since: '2024-12-02' }))
      .thenRefused('in-the-future'));
  it('refuses a committee nobody established', () => given().when(call()).thenRefused('committee-unknown'));
});
