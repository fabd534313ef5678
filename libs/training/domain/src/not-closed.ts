import { OVER, type Training } from './training';

export type NotClosed = 'training-unknown' | 'training-cancelled' | 'training-not-closed';

/** Why there is no outcome of a training yet, or never. */
export const notClosed = (status: Exclude<Training['status'], 'closed'>): NotClosed =>
  status === 'planned' ? 'training-not-closed' : OVER[status];
