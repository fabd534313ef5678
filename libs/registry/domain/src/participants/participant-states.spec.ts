import { fold } from '@benkan/kernel';
import { at, by, enrolled, ids, keysOf, outcome, text } from '../registry.examples';
import { correctParticipant } from './correct-participant/correct-participant';
import { eraseParticipant } from './erase-participant/erase-participant';
import { exportOwnData } from './export-own-data/export-own-data';
import { followMerge, letDuplicateGo, mergeParticipants } from './merge-participants/merge-participants';
import { participant, type Participant, type ParticipantFact } from './participant';
import {
  absorbed,
  consentGiven,
  consentWithdrawn,
  duplicateId,
  erased,
  mergedInto,
} from './participants.examples';
import { recordConsent } from './record-consent/record-consent';
import { registerParticipant } from './register-participant/register-participant';
import { revealParticipant } from './reveal-participant/reveal-participant';
import { withdrawConsent } from './withdraw-consent/withdraw-consent';

const participants = {
  unknown: [],
  registered: [enrolled],
  withdrawn: [enrolled, consentGiven, consentWithdrawn],
  absorbing: [enrolled, absorbed],
  merged: [enrolled, mergedInto],
  erased: [enrolled, erased],
} satisfies Record<string, readonly ParticipantFact[]>;

const participantId = ids.participant;
const stamp = { at, by };
const twin = fold(participant, [{ ...enrolled, data: { ...enrolled.data, participantId: duplicateId } }]);
const pair = { participantId, mergedId: duplicateId, keptBelow: false };

const commands = {
  register: (gone: boolean) => (state: Participant) =>
    registerParticipant(
      {
        data: { ...enrolled.data, unitKnown: true, erased: gone, recognisable: true, personalDiffers: [] },
        ...stamp,
      },
      state,
    ),
  correct: (gone: boolean) => (state: Participant) =>
    correctParticipant(
      {
        data: {
          ...{ participantId, sex: 'NR', reason: text('7'), personal: false },
          ...{ erased: gone, heldByAnother: false },
        },
        ...stamp,
      },
      state,
    ),
  reveal: (gone: boolean) => (state: Participant) =>
    revealParticipant({ data: { participantId, purpose: 'CONTACT', erased: gone }, ...stamp }, state),
  consent: (gone: boolean) => (state: Participant) =>
    recordConsent({ data: { ...consentGiven.data, erased: gone }, ...stamp }, state),
  withdraw: (gone: boolean) => (state: Participant) =>
    withdrawConsent({ data: { ...consentWithdrawn.data, erased: gone }, ...stamp }, state),
  keep: (gone: boolean) => (state: Participant) =>
    mergeParticipants(
      { data: { ...pair, reason: text('6'), duplicate: twin, erased: gone }, ...stamp },
      state,
    ),
  follow: () => (state: Participant) =>
    followMerge({ data: { ...pair, participantId: ids.unit, mergedId: participantId }, ...stamp }, state),
  letGo: () => (state: Participant) => letDuplicateGo({ data: pair, ...stamp }, state),
  erase: () => (state: Participant) =>
    eraseParticipant({ data: { participantId, reason: 'SAFETY_RISK', duplicates: [] }, ...stamp }, state),
  copy: (gone: boolean) => (state: Participant) =>
    exportOwnData({ data: { participantId, erased: gone }, ...stamp }, state),
};

type Answers = Record<keyof typeof commands, string>;
const all = (answer: string): Answers =>
  Object.fromEntries(keysOf(commands).map((command) => [command, answer])) as Answers;

/** While the vault still holds the person. */
const held: Record<keyof typeof participants, Answers> = {
  unknown: { ...all('participant-unknown'), register: 'accepted', letGo: 'unchanged' },
  registered: { ...all('accepted'), register: 'unchanged', letGo: 'unchanged' },
  withdrawn: {
    ...all('accepted'),
    ...{ register: 'unchanged', letGo: 'unchanged', reveal: 'consent-withdrawn' },
    ...{ consent: 'withdrawn-since', withdraw: 'unchanged' },
  },
  absorbing: { ...all('accepted'), register: 'unchanged', keep: 'unchanged' },
  merged: {
    ...all('participant-merged'),
    register: 'unchanged',
    follow: 'merged-elsewhere',
    letGo: 'unchanged',
  },
  erased: { ...all('personal-data-erased'), erase: 'unchanged', letGo: 'unchanged' },
};

const BLIND: readonly (keyof Answers)[] = ['follow', 'letGo', 'erase'];

/** Once the vault has destroyed the keys: only what speaks of no person goes on. */
const gone = (state: keyof typeof participants, command: keyof Answers): string => {
  if (BLIND.includes(command)) return held[state][command];
  if (command === 'register') return 'personal-data-erased';
  return state === 'unknown' ? 'participant-unknown' : 'personal-data-erased';
};

describe('every situation of a participant answers every command', () => {
  const pairs = keysOf(participants).flatMap((state) =>
    keysOf(commands).flatMap((command) => [
      { state, command, vault: 'kept', answer: held[state][command] },
      { state, command, vault: 'erased', answer: gone(state, command) },
    ]),
  );
  it.each(pairs)('$state, $vault in the vault: $command → $answer', ({ state, command, vault, answer }) =>
    expect(outcome(commands[command](vault === 'erased')(fold(participant, participants[state])))).toBe(
      answer,
    ),
  );
});
