import { spec } from '@benkan/testing';
import { training } from '../training';
import { cancelled, filed, over, planned, report, saying, text, written } from '../training.examples';
import { writeTrainingReport } from './write-training-report';

const { given } = spec(training, writeTrainingReport);

describe('training.write-training-report', () => {
  it('writes the texts, before closing and after', () => {
    given(planned).when(saying(report)).then(written);
    given(...over)
      .when(saying(report))
      .then(written);
  });
  it('hears the same texts once', () => given(planned, written).when(saying(report)).then());
  it('writes them anew, filed or not', () =>
    given(...over, written, filed())
      .when(saying({ ...report, annexes: text('9') }))
      .then({ ...written, data: { ...written.data, annexes: text('9') } }));
  it('refuses a training nobody planned, or cancelled', () => {
    given().when(saying(report)).thenRefused('training-unknown');
    given(planned, cancelled).when(saying(report)).thenRefused('training-cancelled');
  });
});
