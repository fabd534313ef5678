import { spec } from '@benkan/testing';
import { at, by, ids, text } from '../../meeting.examples';
import { recommendation, type Details, type Issue } from '../recommendation';
import type { RecommendationDetailed, RecommendationIssued } from '../recommendation';
import { claimed, issue, issued, recommendationId, undetailed } from '../recommendation.examples';
import { issueRecommendation, type MeetingOfOrigin } from './issue-recommendation';

const { given } = spec(recommendation, issueRecommendation);

const origin: MeetingOfOrigin = {
  held: true,
  committeeId: ids.committee,
  unitId: ids.unit,
  heldOn: '2024-11-21',
};
const call = (data: Partial<Issue & Details> = {}, meeting: MeetingOfOrigin | null = origin) => ({
  data: { recommendationId, ...issue, ...undetailed, ...data, meeting },
  at,
  by,
});
const issuedAs = (data: Partial<Issue>): RecommendationIssued => ({
  type: 'recommendation-issued',
  data: { ...issued.data, ...data },
});
const toAnother: Issue['addressees'] = [
  { type: 'ACTEUR_SECURITE', name: text('2') },
  { type: 'AUTRE', name: text('6') },
];

describe('meetings.issue-recommendation', () => {
  it('is issued on the day of its meeting', () => given().when(call()).then(issued));
  it('needs no due day', () =>
    given()
      .when(call({ dueOn: null }))
      .then(issuedAs({ dueOn: null })));
  it('may be due on the day it is issued', () =>
    given()
      .when(call({ dueOn: '2024-11-21' }))
      .then(issuedAs({ dueOn: '2024-11-21' })));
  it('goes to another addressee with a reason', () => {
    const reasoned = { addressees: toAnother, otherAddresseeReason: text('7') };
    given().when(call(reasoned)).then(issuedAs(reasoned));
  });
  it('hears the same recommendation once', () => given(issued).when(call()).then());
  it('hears it once after it was claimed too, whatever is known of the meeting', () =>
    given(issued, claimed()).when(call({}, null)).then());
  it('never overwrites what is written', () =>
    given(issued)
      .when(call({ text: text('9'), addressees: toAnother, dueOn: null }))
      .thenRefused('differs-from-recorded', ['text', 'addressees', 'dueOn']));
  it('keeps its one meeting of origin', () =>
    given(issued)
      .when(call({ meetingId: ids.awa }))
      .thenRefused('differs-from-recorded', ['meetingId']));
  it('refuses a meeting nobody convened', () => given().when(call({}, null)).thenRefused('meeting-unknown'));
  it('refuses a meeting that was not held', () =>
    given()
      .when(call({}, { ...origin, held: false, heldOn: null }))
      .thenRefused('meeting-not-held'));
  it('refuses another addressee without a reason', () =>
    given()
      .when(call({ addressees: toAnother }))
      .thenRefused('addressee-reason-missing'));
  it('refuses a due day before the issue', () =>
    given()
      .when(call({ dueOn: '2024-11-20' }))
      .thenRefused('due-before-issued'));

  describe('with its details', () => {
    const toPolice: Issue['addressees'] = [{ type: 'ACTEUR_SECURITE', name: text('2') }];
    const details: Details = {
      responsible: text('8'),
      proposerCategory: 'ORG_FEMMES',
      corps: [{ addressee: 1, corps: 'POLICE' }],
    };
    const detailed: RecommendationDetailed = {
      type: 'recommendation-detailed',
      data: { recommendationId, ...details },
    };
    const said = { addressees: toPolice, ...details };

    it('says who answers for it, whose seat proposed it, which corps it is for', () =>
      given()
        .when(call(said))
        .then(issuedAs({ addressees: toPolice }), detailed));
    it('says them where only one of them is known', () =>
      given()
        .when(call({ proposerCategory: 'ORG_FEMMES' }))
        .then(issued, {
          type: 'recommendation-detailed',
          data: { recommendationId, ...undetailed, proposerCategory: 'ORG_FEMMES' },
        }));
    it('hears the same once, and never overwrites them', () => {
      given(issuedAs({ addressees: toPolice }), detailed)
        .when(call(said))
        .then();
      given(issuedAs({ addressees: toPolice }), detailed)
        .when(call({ ...said, responsible: null }))
        .thenRefused('differs-from-recorded', ['responsible']);
    });
    it('refuses the corps of a mayor, or of an addressee nobody wrote to', () => {
      given()
        .when(call({ corps: details.corps }))
        .thenRefused('corps-of-another-type');
      given()
        .when(call({ ...said, corps: [{ addressee: 2, corps: 'POLICE' }] }))
        .thenRefused('corps-of-another-type');
    });
  });
});
