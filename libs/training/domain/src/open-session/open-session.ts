import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { OVER, type Over, type Session, type Training, type TrainingSessionOpened } from '../training';

export type OpenSession = Said<Session & { readonly trainingId: string }>;

export type OpenSessionRefusal =
  Over | 'not-a-day-of-this-training' | 'day-is-in-the-future' | 'session-overlaps';

/** A day is held whole or in halves, never both. */
export const openSession = (
  { data: { trainingId, day, part }, at }: OpenSession,
  training: Training,
): Decision<TrainingSessionOpened, OpenSessionRefusal> => {
  if (training.status !== 'planned') return refuse(OVER[training.status]);
  if (!training.days.includes(day)) return refuse('not-a-day-of-this-training');
  if (day > dayOf(at)) return refuse('day-is-in-the-future');
  const held = training.sessions.filter((session) => session.day === day).map((session) => session.part);
  if (held.includes(part)) return accept();
  if (held.length > 0 && [...held, part].includes('WHOLE_DAY')) return refuse('session-overlaps');
  return accept({ type: 'training-session-opened', data: { trainingId, day, part } });
};
