import { spec } from '@benkan/testing';
import { training } from '../training';
import { cancelled, firstDay, opened, over, planned, postponed, reason, saying } from '../training.examples';
import { secondDay, signed } from '../training.examples';
import { postpone } from './postpone';

const { given } = spec(training, postpone);
const to = (...days: string[]) => saying({ days, reason });

describe('training.postpone', () => {
  it('moves the days, in one order', () =>
    given(planned).when(to('2024-12-10', '2024-12-09')).then(postponed('2024-12-09', '2024-12-10')));
  it('hears the same days once', () => given(planned, postponed('2024-12-09')).when(to('2024-12-09')).then());
  it('may drop a day that was not held', () =>
    given(planned, signed()).when(to(firstDay)).then(postponed(firstDay)));
  it('keeps a day somebody signed, or a session was held on', () => {
    given(planned, signed()).when(to(secondDay)).thenRefused('day-already-held');
    given(planned, opened('MORNING')).when(to(secondDay)).thenRefused('day-already-held');
  });
  it('refuses a day told twice', () =>
    given(planned).when(to('2024-12-09', '2024-12-09')).thenRefused('days-repeat'));
  it('refuses a training nobody planned, cancelled, or closed', () => {
    given().when(to('2024-12-09')).thenRefused('training-unknown');
    given(planned, cancelled).when(to('2024-12-09')).thenRefused('training-cancelled');
    given(...over)
      .when(to('2024-12-09'))
      .thenRefused('training-closed');
  });
});
