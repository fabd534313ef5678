import { firstRefusal } from '../committees/first-refusal';
import type { Framing } from './project-facts';

type Window = Pick<Framing, 'from' | 'to'>;

/** Whether a day, or every day of a period, lies in a window. */
export const holds = (window: Window, period: Window): boolean =>
  window.from <= period.from && period.to <= window.to;
export const holdsDay = (window: Window, day: string): boolean => holds(window, { from: day, to: day });

const repeats = (all: readonly string[]): boolean => new Set(all).size < all.length;

/** Why a window, its codes and its markers cannot be so. */
export const whyNotFramed = ({ from, to, purposeCodes, markers }: Framing) =>
  firstRefusal(
    [to < from, 'ends-before-it-begins'],
    [repeats(purposeCodes) || repeats(markers.map(({ marker }) => marker)), 'codes-repeat'],
  );
