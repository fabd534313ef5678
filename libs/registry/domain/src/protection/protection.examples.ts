import { at, by, ids, text } from '../registry.examples';
import type {
  AttendanceModeSet,
  NominativeExportAuthorised,
  NominativeExportMade,
  NominativeExportRequested,
  RiskAssessed,
} from './protection-facts';

/** Facts about the protection of a committee's people, on 1 December 2024. */
export const { committee: committeeId } = ids;
export const exportId = ids.otherCommittee;
export const today = '2024-12-01';
export const tomorrow = '2024-12-02';
export const officer = { actor: 'b'.repeat(64), role: 'protection-officer' };

/** A command as it reaches a decision. */
export const saying = <Data>(data: Data, speaker = by, instant = at) => ({
  data: { ...data, committeeKnown: true },
  at: instant,
  by: speaker,
});

export const assessed: RiskAssessed = {
  type: 'risk-assessed',
  data: {
    ...{ committeeId, level: 'HIGH', reasons: text('1') },
    ...{ assessedOn: '2024-11-01', reviewOn: '2025-05-01' },
  },
};
export const modeSet = (
  mode: AttendanceModeSet['data']['mode'],
  since: string,
  setOn = since,
): AttendanceModeSet => ({
  type: 'attendance-mode-set',
  data: { committeeId, mode, since, setOn, reason: text('2') },
});
export const requested: NominativeExportRequested = {
  type: 'nominative-export-requested',
  data: {
    ...{ committeeId, exportId, purpose: 'AUDIT', recipient: text('3') },
    ...{ expiresOn: '2024-12-15', requestedBy: by.actor },
  },
};
export const authorised: NominativeExportAuthorised = {
  type: 'nominative-export-authorised',
  data: { committeeId, exportId, authorisedBy: officer.actor },
};
export const made: NominativeExportMade = {
  type: 'nominative-export-made',
  data: { committeeId, exportId, to: officer.actor, participantIds: [ids.participant] },
};
