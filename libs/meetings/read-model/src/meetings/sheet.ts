import type { MeetingsEvent } from '../meetings-event';

type Of<Type extends MeetingsEvent['type']> = Extract<MeetingsEvent, { type: Type }>['data'];

export type Line = Pick<Of<'attendance-recorded'>, 'participantId' | 'quality' | 'status'> & {
  readonly representedBy: string | null;
};
export type Tally = Omit<Of<'attendance-tallied'>, 'meetingId'> & { readonly youngWomen: number | null };

/** Who was there: nothing written yet, a line a person in the order they were written, or counts only. */
export type Sheet =
  | { readonly mode: 'NONE'; readonly lines: readonly Line[]; readonly tally: null }
  | { readonly mode: 'NOMINATIVE'; readonly lines: readonly Line[]; readonly tally: null }
  | { readonly mode: 'TALLY'; readonly lines: readonly Line[]; readonly tally: Tally };

const SHEET_EVENTS = [
  'attendance-recorded',
  'attendance-corrected',
  'attendance-represented',
  'attendance-tallied',
  'young-women-tallied',
] as const;
export type SheetEvent = Extract<MeetingsEvent, { type: (typeof SHEET_EVENTS)[number] }>;

export const NO_SHEET: Sheet = { mode: 'NONE', lines: [], tally: null };

export const isOfSheet = (event: MeetingsEvent): event is SheetEvent =>
  SHEET_EVENTS.some((type) => type === event.type);

const withLine = (lines: readonly Line[], line: Line): readonly Line[] => {
  const known = lines.findIndex(({ participantId }) => participantId === line.participantId);
  return known < 0 ? [...lines, line] : lines.with(known, line);
};

const represented = (
  lines: readonly Line[],
  { participantId, representedBy }: Of<'attendance-represented'>,
): readonly Line[] =>
  lines.map((line) => (line.participantId === participantId ? { ...line, representedBy } : line));

/** The sheet after an event: a correction stands where the line stood. */
export const written = (sheet: Sheet, event: SheetEvent): Sheet => {
  switch (event.type) {
    case 'attendance-tallied': {
      const { meetingId: _, ...tally } = event.data;
      return { mode: 'TALLY', lines: [], tally: { ...tally, youngWomen: null } };
    }
    case 'young-women-tallied': {
      const { youngWomen } = event.data;
      return sheet.mode === 'TALLY' ? { ...sheet, tally: { ...sheet.tally, youngWomen } } : sheet;
    }
    case 'attendance-represented':
      return { mode: 'NOMINATIVE', lines: represented(sheet.lines, event.data), tally: null };
    default: {
      const { participantId, quality, status } = event.data;
      const line = { participantId, quality, status, representedBy: null };
      return { mode: 'NOMINATIVE', lines: withLine(sheet.lines, line), tally: null };
    }
  }
};

/** People present; null while nothing is written. */
export const presentOn = ({ mode, lines, tally }: Sheet): number | null => {
  if (mode === 'NONE') return null;
  if (mode === 'TALLY') return tally.women + tally.men + tally.notReported;
  return lines.filter(({ status }) => status === 'PRESENT').length;
};
