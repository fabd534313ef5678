import { spec } from '@benkan/testing';
import { at, by, text } from '../../meeting.examples';
import { abandoned, rejected } from '../following.examples';
import { recommendation, type ProgressMeasured } from '../recommendation';
import { claimed, issued, progress, recommendationId, verified } from '../recommendation.examples';
import { reportProgress } from './report-progress';

const { given } = spec(recommendation, reportProgress);

const report = (on = '2024-11-25', note = '3', percent: number | null = null) => ({
  data: { recommendationId, on, note: text(note), percent },
  at,
  by,
});
const said = { recommendationId, on: '2024-11-25', note: null };
const bare = { data: { ...said, percent: null }, at, by };

describe('meetings.report-progress', () => {
  it('tells what was done', () => given(issued).when(report()).then(progress()));
  it('needs no note', () =>
    given(issued).when(bare).then({ type: 'recommendation-progress-reported', data: said }));
  it('tells more on the same day', () =>
    given(issued, progress()).when(report('2024-11-25', '8')).then(progress('2024-11-25', '8')));
  it('tells the same on another day', () =>
    given(issued, progress()).when(report('2024-11-26')).then(progress('2024-11-26')));
  it('goes on after a claim', () => given(issued, claimed()).when(report()).then(progress()));
  it('hears the same report once', () => given(issued, progress()).when(report()).then());
  it('hears an earlier report once', () =>
    given(issued, progress(), progress('2024-11-26')).when(report()).then());
  it('hears it once after the verification too', () =>
    given(issued, progress(), claimed(), verified()).when(report()).then());
  it('refuses a recommendation nobody issued', () =>
    given().when(report()).thenRefused('recommendation-unknown'));
  it('refuses a day before the issue', () =>
    given(issued).when(report('2024-11-20')).thenRefused('before-it-was-issued'));
  it('refuses a day that has not come', () =>
    given(issued).when(report('2024-12-02')).thenRefused('in-the-future'));
  it('refuses news of what was verified', () =>
    given(issued, claimed(), verified()).when(report()).thenRefused('already-verified'));
  it('measures how much is done, once', () => {
    const measured = (percent: number): ProgressMeasured => ({
      type: 'progress-measured',
      data: { recommendationId, on: '2024-11-25', percent },
    });
    const half = report('2024-11-25', '3', 50);
    given(issued).when(half).then(progress(), measured(50));
    given(issued, progress(), measured(50)).when(half).then();
    given(issued, progress(), measured(40)).when(half).then(progress(), measured(50));
    given(issued, progress(), measured(50)).when(report()).then();
  });
  it('refuses news of what was rejected or abandoned', () => {
    given(issued, rejected).when(report()).thenRefused('already-closed');
    given(issued, abandoned).when(report()).thenRefused('already-closed');
  });
});
