import type { Line, TallyCounts } from './meeting-facts';

export type Counts = TallyCounts & { readonly youngWomen: number | null };

/** Who was there: nobody written yet, a line a person, or counts only. Never two of them. */
export type Sheet =
  | { readonly mode: 'none' }
  | { readonly mode: 'nominative'; readonly lines: ReadonlyMap<string, Line> }
  | { readonly mode: 'tally'; readonly counts: Counts };

const linesOf = (sheet: Sheet): Map<string, Line> => new Map(sheet.mode === 'nominative' ? sheet.lines : []);

/** The sheet with a line; who stood for the person is said anew. */
export const withLine = (sheet: Sheet, { participantId, quality, status }: Line): Sheet => ({
  mode: 'nominative',
  lines: linesOf(sheet).set(participantId, { participantId, quality, status }),
});

export const represented = (
  sheet: Sheet,
  { participantId, representedBy }: { readonly participantId: string; readonly representedBy: string },
): Sheet => {
  const lines = linesOf(sheet);
  const line = lines.get(participantId);
  return line === undefined
    ? sheet
    : { mode: 'nominative', lines: lines.set(participantId, { ...line, representedBy }) };
};

export const counted = ({ women, men, notReported, youth, isf, members }: TallyCounts): Sheet => ({
  mode: 'tally',
  counts: { women, men, notReported, youth, isf, members, youngWomen: null },
});

export const withYoungWomen = (sheet: Sheet, youngWomen: number): Sheet =>
  sheet.mode === 'tally' ? { mode: 'tally', counts: { ...sheet.counts, youngWomen } } : sheet;
