import { spec } from '@benkan/testing';
import { training, type TrainingAttendanceCorrected } from '../training';
import {
  bothDays,
  cancelled,
  certificateWithdrawn,
  closed,
  CODES,
  firstOnly,
  ids,
} from '../training.examples';
import { issued, over, planned, reason, saying, secondDay, sheet } from '../training.examples';
import { issueCertificates } from './issue-certificates';

const { given } = spec(training, issueCertificates);
const codeFor = (participantId: string): string => (participantId === ids.participant ? CODES[0] : CODES[1]);
const issue = (...participantIds: readonly string[]) =>
  saying({ participantIds: participantIds.length === 0 ? null : participantIds, codeFor });
const corrected: TrainingAttendanceCorrected = {
  type: 'training-attendance-corrected',
  data: {
    ...{ trainingId: ids.training, participantId: ids.anotherParticipant, day: secondDay },
    ...{ status: 'PRESENT', reason },
  },
};

describe('training.issue-certificates', () => {
  it('issues one to whoever signed enough days, to nobody else', () =>
    given(...over)
      .when(issue())
      .then(issued()));
  it('counts days as the closing says', () =>
    given(planned, sheet(bothDays, firstOnly), closed(1))
      .when(issue(ids.anotherParticipant))
      .then(issued(ids.anotherParticipant, CODES[1])));
  it('issues one to whom a correction has earned it since', () =>
    given(...over, issued(), corrected)
      .when(issue())
      .then(issued(ids.anotherParticipant, CODES[1])));
  it('issues one valid certificate a participant', () => {
    given(...over, issued())
      .when(issue())
      .then();
    given(...over)
      .when(issue(ids.participant, ids.participant))
      .then(issued());
  });
  it('issues another once the first was withdrawn', () =>
    given(...over, issued(ids.participant, CODES[0]), certificateWithdrawn)
      .when(issue())
      .then(issued()));
  it('points at those who did not earn one', () =>
    given(...over)
      .when(issue(ids.participant, ids.anotherParticipant))
      .thenRefused('certificate-not-earned', ['/participantIds/1']));
  it('refuses a training nobody planned, cancelled, or not closed', () => {
    given().when(issue()).thenRefused('training-unknown');
    given(planned, cancelled).when(issue()).thenRefused('training-cancelled');
    given(planned, sheet(bothDays)).when(issue()).thenRefused('training-not-closed');
  });
});
