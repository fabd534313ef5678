/** What cannot be read in a row: the column's label as it stands in the sheet, the value as read (personal data). */
export type Problem = {
  readonly code: ProblemCode;
  readonly column: string;
  readonly value: string | null;
};

export type ProblemCode = RefusedBecause | WarnedBecause;

/** A row with one of these is refused. */
export type RefusedBecause =
  | 'unknown-sex'
  | 'unknown-age-band'
  | 'unknown-signature'
  | 'unreadable-number'
  | 'unreadable-date'
  | 'unreadable-phone'
  | 'unreadable-code'
  | 'missing-value'
  | 'missing-name'
  | 'score-out-of-range'
  | 'tally-women-exceed-total'
  | 'tally-inconsistent'
  | 'unknown-status'
  | 'unknown-quality'
  | 'unknown-presiding-capacity'
  | 'unknown-addressee-type'
  | 'unknown-role'
  | 'unknown-level'
  | 'unknown-frequency'
  | 'unknown-template'
  | 'unknown-actor-kind'
  | 'unknown-category'
  | 'unreadable-rating'
  | 'unknown-yes-no'
  | 'missing-evidence'
  | 'missing-claimer'
  | 'missing-verifier'
  | 'verifier-is-claimer'
  | 'differs-within-file';

/** A row or a head with one of these is taken, and said. */
export type WarnedBecause =
  'unknown-structure' | 'unknown-theme' | 'assumed-maximum' | 'strategy-without-group';
