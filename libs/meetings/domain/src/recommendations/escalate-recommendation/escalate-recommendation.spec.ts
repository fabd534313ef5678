import { spec } from '@benkan/testing';
import { ids } from '../../meeting.examples';
import { acknowledged, answered, carriedOver, escalated, overdue } from '../following.examples';
import { region, rejected, reopened, saying, sent } from '../following.examples';
import { recommendation, type RecommendationIssued } from '../recommendation';
import { claimed, progress, verified } from '../recommendation.examples';
import { escalateRecommendation, type HigherCommittee } from './escalate-recommendation';

const { given } = spec(recommendation, escalateRecommendation);
const above: HigherCommittee = { level: 'REGION', unitId: ids.awa, isAbove: true };
const escalate = (on = '2024-11-30', committee: HigherCommittee | null = above, committeeId = region) =>
  saying({ committeeId, on, committee });
const withoutDay: RecommendationIssued = { ...overdue, data: { ...overdue.data, dueOn: null } };

describe('meetings.escalate-recommendation', () => {
  it('goes to the regional committee, from the day after its date', () => {
    given(overdue, sent()).when(escalate()).then(escalated);
    given(overdue, sent())
      .when(escalate('2024-11-21'))
      .then({ ...escalated, data: { ...escalated.data, on: '2024-11-21' } });
  });
  it('goes there although it was acknowledged: that is no answer', () =>
    given(overdue, sent(), acknowledged).when(escalate()).then(escalated));
  it('hears the same once, whatever came since', () => {
    given(overdue, sent(), escalated).when(escalate('2024-12-01', null)).then();
    given(overdue, sent(), escalated, answered()).when(escalate()).then();
  });
  it('refuses another committee once it is escalated', () =>
    given(overdue, sent(), escalated)
      .when(escalate('2024-11-30', above, ids.committee))
      .thenRefused('differs-from-recorded', ['committeeId']));
  it('refuses before the day after its date, as carried over too', () => {
    given(overdue, sent()).when(escalate('2024-11-20')).thenRefused('not-past-due');
    given(overdue, sent(), carriedOver('2024-11-21', '2024-12-31'))
      .when(escalate())
      .thenRefused('not-past-due');
  });
  it('refuses what has no date, or was not sent', () => {
    given(withoutDay, sent()).when(escalate()).thenRefused('no-due-day');
    given(overdue).when(escalate()).thenRefused('not-sent');
  });
  it('refuses what was answered, by a letter, by progress or by a claim', () => {
    given(overdue, sent(), answered()).when(escalate()).thenRefused('already-answered');
    given(overdue, sent(), progress()).when(escalate()).thenRefused('already-answered');
    given(overdue, sent(), claimed()).when(escalate()).thenRefused('already-answered');
  });
  it('goes there when a wrong claim was reopened and nobody ever answered', () =>
    given(overdue, sent(), claimed(), reopened()).when(escalate()).then(escalated));
  it('refuses an unknown committee, one of a commune, one of another region', () => {
    given(overdue, sent()).when(escalate('2024-11-30', null)).thenRefused('committee-unknown');
    given(overdue, sent())
      .when(escalate('2024-11-30', { ...above, level: 'COMMUNE' }))
      .thenRefused('committee-not-regional');
    given(overdue, sent())
      .when(escalate('2024-11-30', { ...above, isAbove: false }))
      .thenRefused('committee-of-another-region');
  });
  it('refuses what nobody issued, what is verified, what is closed, and tomorrow', () => {
    given().when(escalate()).thenRefused('recommendation-unknown');
    given(overdue, sent(), claimed(), verified()).when(escalate()).thenRefused('already-verified');
    given(overdue, sent(), rejected).when(escalate()).thenRefused('already-closed');
    given(overdue, sent()).when(escalate('2024-12-02')).thenRefused('in-the-future');
  });
});
