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

type ByPerson = ReadonlyMap<string, Line>;

const lineOf = (byPerson: ByPerson, person: string | null | undefined): Line | undefined =>
  person ? byPerson.get(person) : undefined;

const isPresent = (line: Line | undefined): line is Line => line?.status === 'PRESENT';

const isRepresented = (holder: Line | undefined, byPerson: ByPerson): boolean =>
  holder?.status === 'REPRESENTED' && isPresent(lineOf(byPerson, holder.representedBy));

const attendedBy = ({ holderId, alternateId }: ExpectedSeat, byPerson: ByPerson): boolean => {
  const holder = lineOf(byPerson, holderId);
  if (isPresent(holder) || isRepresented(holder, byPerson)) return true;
  const alternate = lineOf(byPerson, alternateId);
  return isPresent(alternate) && sits(alternate);
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

const answerOf = (attended: number | null, required: number): Quorum['answer'] => {
  if (attended === null) return 'NOT_RECORDED';
  return attended >= required ? 'MET' : 'NOT_MET';
};

/** Whether the quorum of the day was there, where the rules define one; it is computed and never blocks. */
export const quorumOf = (composition: Composition | null, written: Written): Quorum => {
  const { seats, quorum: rule } = composition ?? { seats: [], quorum: null };
  const attended = attendance(seats, written);
  // a share of nobody knows how many seats is no number
  if (rule === null || (rule.kind === 'SHARE' && seats.length === 0))
    return { answer: 'NOT_DEFINED', attended, required: null };
  const required = requiredBy(rule, seats.length);
  return { answer: answerOf(attended, required), attended, required };
};
