import { dayOf } from '@benkan/kernel';
import type { Known, Recommendation } from './recommendation';

/** Why nothing more can be told of it; undefined while it is issued or claimed. */
export const closedBecause = ({
  status,
}: Recommendation): 'already-verified' | 'already-closed' | undefined => {
  if (status === 'verified') return 'already-verified';
  return status === 'rejected' || status === 'abandoned' ? 'already-closed' : undefined;
};

/** What is wrong with a day on which something was told to have happened; days are YYYY-MM-DD. */
export const wrongDay = (
  { issued }: Known,
  on: string,
  at: string,
): 'before-it-was-issued' | 'in-the-future' | undefined => {
  if (on < issued.issuedOn) return 'before-it-was-issued';
  return on > dayOf(at) ? 'in-the-future' : undefined;
};

/** The day it was last opened again; undefined where it never was. */
export const reopenedOn = ({ reopenings }: Known): string | undefined => reopenings.at(-1)?.on;

/** Whether anything was answered: an answer, progress, or a claim that stands. */
export const isAnswered = (state: Known): boolean =>
  state.answers.length > 0 || state.reports.length > 0 || state.status !== 'issued';
