import type { Position } from '@benkan/event-store';

/** Whether a position lies after another; two events of one append may share their commit. */
export const isAfter = (a: Position, b: Position | undefined): boolean =>
  b === undefined || a.commit > b.commit || (a.commit === b.commit && a.prepare > b.prepare);

/** The earliest of some positions; undefined when one of them has none yet, or there are none. */
export const lowest = (positions: readonly (Position | undefined)[]): Position | undefined => {
  let low = positions[0];
  for (const position of positions) {
    if (position === undefined) return undefined;
    if (isAfter(low ?? position, position)) low = position;
  }
  return low;
};
