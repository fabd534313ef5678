import { spec } from '@benkan/testing';
import { training } from '../training';
import { afterwards, cancelled, filed, over, planned, saying, text } from '../training.examples';
import { fileTrainingReport } from './file-training-report';

const { given } = spec(training, fileTrainingReport);
const another = 'e'.repeat(64);
const file = (
  fingerprint = 'f'.repeat(64),
  reason: ReturnType<typeof text> | null = null,
  day = '2024-12-04',
) => saying({ filedOn: day, fingerprint, reason }, afterwards);

describe('training.file-training-report', () => {
  it('files by day and fingerprint', () =>
    given(...over)
      .when(file())
      .then(filed()));
  it('hears the same document once', () =>
    given(...over, filed())
      .when(file())
      .then());
  it('files another in its place only with a reason', () => {
    given(...over, filed())
      .when(file(another))
      .thenRefused('reason-missing');
    given(...over, filed())
      .when(file(another, text('9')))
      .then({ ...filed(another), data: { ...filed(another).data, reason: text('9') } });
  });
  it('refuses a day to come', () =>
    given(...over)
      .when(file(another, null, '2024-12-06'))
      .thenRefused('day-is-in-the-future'));
  it('refuses a training nobody planned, cancelled, or not closed', () => {
    given().when(file()).thenRefused('training-unknown');
    given(planned, cancelled).when(file()).thenRefused('training-cancelled');
    given(planned).when(file()).thenRefused('training-not-closed');
  });
});
