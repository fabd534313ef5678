import { spec } from '@benkan/testing';
import { adopted, drafted, saying, transmission, transmitted } from '../minutes.examples';
import { minutes } from '../minutes';
import { transmitMinutes } from './transmit-minutes';

const { given } = spec(minutes, transmitMinutes);
const transmit = (others: Partial<typeof transmission> = {}) => saying({ ...transmission, ...others });

describe('meetings.transmit-minutes', () => {
  it('says to whom adopted minutes went, and when', () =>
    given(drafted, adopted()).when(transmit()).then(transmitted));
  it('goes to another recipient too', () =>
    given(drafted, adopted(), transmitted)
      .when(transmit({ recipient: 'MINISTRY' }))
      .then({ ...transmitted, data: { ...transmitted.data, recipient: 'MINISTRY' } }));
  it('is heard once', () => given(drafted, adopted(), transmitted).when(transmit()).then());
  it('never overwrites what is written', () =>
    given(drafted, adopted(), transmitted)
      .when(transmit({ on: '2024-11-28' }))
      .thenRefused('differs-from-recorded', ['on']));
  it('refuses minutes nobody wrote, and a draft', () => {
    given().when(transmit()).thenRefused('minutes-not-drafted');
    given(drafted).when(transmit()).thenRefused('minutes-not-adopted');
  });
  it('refuses a day before the adoption or that has not come', () => {
    given(drafted, adopted())
      .when(transmit({ on: '2024-11-24' }))
      .thenRefused('before-the-adoption');
    given(drafted, adopted())
      .when(transmit({ on: '2024-12-02' }))
      .thenRefused('in-the-future');
  });
});
