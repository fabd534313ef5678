import type { Participant, Registered } from './participant';

export type NotOpen = 'participant-unknown' | 'personal-data-erased' | 'participant-merged';

/** The record if something personal may still be said of it, else why not. `erased`: what the vault knows. */
export const openRecord = (participant: Participant, erased = false): Registered | NotOpen => {
  if (participant.status === 'unknown') return 'participant-unknown';
  if (erased || participant.status === 'erased') return 'personal-data-erased';
  return participant.status === 'merged' ? 'participant-merged' : participant;
};
