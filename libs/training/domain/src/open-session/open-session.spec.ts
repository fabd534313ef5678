import { spec } from '@benkan/testing';
import { training } from '../training';
import { cancelled, firstDay, opened, over, planned, saying, secondDay } from '../training.examples';
import { openSession } from './open-session';

const { given } = spec(training, openSession);
const open = (part: 'WHOLE_DAY' | 'MORNING' | 'AFTERNOON', day = firstDay) => saying({ day, part });

describe('training.open-session', () => {
  it('records a day that was held', () => given(planned).when(open('WHOLE_DAY')).then(opened('WHOLE_DAY')));
  it('records both halves of a day', () =>
    given(planned, opened('MORNING')).when(open('AFTERNOON')).then(opened('AFTERNOON')));
  it('hears the same session once', () => given(planned, opened('MORNING')).when(open('MORNING')).then());
  it('never holds a day whole and in halves', () => {
    given(planned, opened('WHOLE_DAY')).when(open('MORNING')).thenRefused('session-overlaps');
    given(planned, opened('MORNING')).when(open('WHOLE_DAY')).thenRefused('session-overlaps');
  });
  it('refuses a day that is not of this training, or to come', () => {
    given(planned).when(open('MORNING', '2024-12-01')).thenRefused('not-a-day-of-this-training');
    given(planned).when(open('MORNING', secondDay)).thenRefused('day-is-in-the-future');
  });
  it('refuses a training nobody planned, cancelled, or closed', () => {
    given().when(open('MORNING')).thenRefused('training-unknown');
    given(planned, cancelled).when(open('MORNING')).thenRefused('training-cancelled');
    given(...over)
      .when(open('MORNING'))
      .thenRefused('training-closed');
  });
});
