import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Meeting, VoiceRecorded } from '../meeting';
import { unheld } from '../record-attendance/record-attendance';
import type { Sheet } from '../sheet';
import type { VoiceGroup } from '../voice';

export type RecordVoice = Said<{ readonly meetingId: string; readonly groups: VoiceGroup[] }>;

export type RecordVoiceRefusal =
  | 'meeting-unknown'
  | 'meeting-not-held'
  | 'meeting-cancelled'
  | 'voice-group-twice'
  | 'turns-without-speakers'
  | 'voice-exceeds-presence'
  | 'differs-from-recorded';

const keyOf = ({ category, sex, ageBand }: VoiceGroup): string => `${category} ${sex} ${ageBand}`;

const speakersOf = (groups: readonly VoiceGroup[], sex?: VoiceGroup['sex']): number =>
  groups
    .filter((group) => sex === undefined || group.sex === sex)
    .reduce((sum, { speakers }) => sum + speakers, 0);

const talksUncounted = ({ speakers, speakingTurns, itemsProposed }: VoiceGroup): boolean =>
  speakingTurns < speakers || (speakers === 0 && speakingTurns + itemsProposed > 0);

const present = (sheet: Exclude<Sheet, { readonly mode: 'none' }>): number => {
  if (sheet.mode === 'nominative')
    return [...sheet.lines.values()].filter(({ status }) => status === 'PRESENT').length;
  const { women, men, notReported } = sheet.counts;
  return women + men + notReported;
};

/** More people spoke than were there, as far as the sheet says; a sex not reported may be either. */
export const exceedsPresence = (groups: readonly VoiceGroup[], sheet: Sheet): boolean => {
  if (sheet.mode === 'none') return false;
  if (speakersOf(groups) > present(sheet)) return true;
  if (sheet.mode === 'nominative') return false;
  const { women, men, notReported } = sheet.counts;
  return speakersOf(groups, 'F') > women + notReported || speakersOf(groups, 'M') > men + notReported;
};

const inconsistent = (groups: readonly VoiceGroup[], sheet: Sheet): RecordVoiceRefusal | undefined => {
  if (new Set(groups.map(keyOf)).size < groups.length) return 'voice-group-twice';
  if (groups.some(talksUncounted)) return 'turns-without-speakers';
  return exceedsPresence(groups, sheet) ? 'voice-exceeds-presence' : undefined;
};

const inOrder = (groups: readonly VoiceGroup[]): VoiceGroup[] =>
  [...groups].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));

/** Counts only, one group each, never more speakers than people present where that is known. */
export const recordVoice = (
  { data: { meetingId, groups } }: RecordVoice,
  meeting: Meeting,
): Decision<VoiceRecorded, RecordVoiceRefusal> => {
  if (meeting.status !== 'held') return refuse(unheld(meeting));
  const given = { groups: inOrder(groups) };
  if (meeting.voice !== null) {
    const differing = differences<{ readonly groups: readonly VoiceGroup[] }>(
      { groups: meeting.voice },
      given,
    );
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  const wrong = inconsistent(given.groups, meeting.sheet);
  return wrong === undefined
    ? accept({ type: 'voice-recorded', data: { meetingId, ...given } })
    : refuse(wrong);
};
