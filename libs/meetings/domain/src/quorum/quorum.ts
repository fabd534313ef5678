import type { Composition, ExpectedSeat, QuorumRule } from '../composition';
import type { Line, TallyCounts } from '../meeting-facts';

export type Quorum = {
  readonly answer: 'MET' | 'NOT_MET' | 'NOT_DEFINED' | 'NOT_RECORDED';
  /** Seats, or members counted, that were there; null while nothing is written. */
  readonly attended: number | null;
  /** How many had to be there; null where no rule says. */
  readonly required: number | null;
};

/** What a sheet says of who was there. */
export type Written =
  | { readonly mode: 'none' }
  | { readonly mode: 'nominative'; readonly lines: readonly Line[] }
  | { readonly mode: 'tally'; readonly counts: Pick<TallyCounts, 'members'> };

const requiredBy = (rule: QuorumRule, seats: number): number =>
  rule.kind === 'COUNT' ? rule.members : Math.ceil((seats * rule.numerator) / rule.denominator);

const sits = ({ quality }: Line): boolean => quality === 'MEMBER' || quality === 'ALTERNATE';

const attendedBy = (
  { holderId, alternateId }: ExpectedSeat,
  byPerson: ReadonlyMap<string, Line>,
): boolean => {
  const holder = holderId === null ? undefined : byPerson.get(holderId);
  if (holder?.status === 'PRESENT') return true;
  const { representedBy } = holder?.status === 'REPRESENTED' ? holder : {};
  if (representedBy && byPerson.get(representedBy)?.status === 'PRESENT') return true;
  const alternate = alternateId === null ? undefined : byPerson.get(alternateId);
  return alternate?.status === 'PRESENT' && sits(alternate);
};

/** Seats somebody sat on: holder, alternate or named representative, each seat once. */
export const seatsAttended = (seats: readonly ExpectedSeat[], lines: readonly Line[]): number => {
  const byPerson = new Map(lines.map((line) => [line.participantId, line]));
  return seats.filter((seat) => attendedBy(seat, byPerson)).length;
};

// without seats on record, those the sheet calls members or alternates stand for themselves
const membersPresent = (lines: readonly Line[]): number =>
  lines.filter((line) => line.status === 'PRESENT' && sits(line)).length;

const attendance = (seats: readonly ExpectedSeat[], written: Written): number | null => {
  if (written.mode === 'none') return null;
  if (written.mode === 'tally') return written.counts.members;
  return seats.length === 0 ? membersPresent(written.lines) : seatsAttended(seats, written.lines);
};

/** Whether the quorum of the day was there, where the rules define one; it is computed and never blocks. */
export const quorumOf = (composition: Composition | null, written: Written): Quorum => {
  const seats = composition?.seats ?? [];
  const attended = attendance(seats, written);
  const rule = composition?.quorum ?? null;
  // a share of nobody knows how many seats is no number
  if (rule === null || (rule.kind === 'SHARE' && seats.length === 0))
    return { answer: 'NOT_DEFINED', attended, required: null };
  const required = requiredBy(rule, seats.length);
  if (attended === null) return { answer: 'NOT_RECORDED', attended, required };
  return { answer: attended >= required ? 'MET' : 'NOT_MET', attended, required };
};
