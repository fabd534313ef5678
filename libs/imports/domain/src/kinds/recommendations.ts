import { checked, column, mapped, record, type Field, type View } from '../fields';
import { identityOf } from '../identity';
import { problemOf, read, unread, type Parse } from '../parsed';
import type { Problem, ProblemCode } from '../problem';
import { columns } from '../table/columns';
import type { KindSpec } from '../table/kind-spec';
import { textOf } from '../text';
import { optionalDay, optionalText, requiredCode, requiredDay, requiredText } from '../values/cells';
import {
  addresseeType,
  recommendationStatus,
  role,
  type AddresseeType,
  type RecommendationStatus,
  type Role,
} from '../values/recommendation';
import { recommendationTheme, type RecommendationTheme } from '../values/theme';
import type { ListHead } from './meeting-tallies';

/** A recommendation and where it stands. */
export type RecommendationRow = {
  readonly communeCode: string;
  readonly meetingDate: string;
  readonly number: string;
  readonly theme: string;
  readonly themeCode: RecommendationTheme;
  readonly addresseeType: AddresseeType;
  readonly addressee: string;
  readonly dueOn: string | null;
  readonly status: RecommendationStatus;
  /** The day of the status; never null unless the recommendation is only issued. */
  readonly statusOn: string | null;
  readonly evidence: string | null;
  readonly claimedBy: Role | null;
  readonly verifiedBy: Role | null;
};

const theme: Parse<{ text: string; code: RecommendationTheme }> = (cell) => {
  const text = textOf(cell);
  if (text === null) return unread('missing-value');
  const code = recommendationTheme(text);
  const value = { text, code: code ?? 'AUTRE' };
  return code === undefined ? { ok: true, value, warning: 'unknown-theme' } : read(value);
};

const fields = record({
  communeCode: column('communeCode', requiredCode),
  meetingDate: column('date', requiredDay),
  number: column('number', requiredCode),
  theme: column('theme', theme),
  addresseeType: column('addresseeType', addresseeType),
  addressee: column('addressee', requiredText('missing-value')),
  dueOn: column('dueOn', optionalDay),
  status: column('status', recommendationStatus),
  statusOn: column('statusOn', optionalDay),
  evidence: column('evidence', optionalText),
  claimedBy: column('claimedBy', role),
  verifiedBy: column('verifiedBy', role),
});

const row: Field<RecommendationRow> = mapped(fields, ({ theme: { text, code }, ...rest }) => ({
  ...rest,
  theme: text,
  themeCode: code,
}));

type Check = readonly [boolean, ProblemCode, string];

// facts 6.1, invariant 10: verified by evidence and by somebody else than who claimed it
const problemsOf = (given: RecommendationRow, view: View): readonly Problem[] => {
  const isVerified = given.status === 'implementation-verified';
  const isClaimed = isVerified || given.status === 'implementation-claimed';
  const checks: readonly Check[] = [
    [given.status !== 'issued' && given.statusOn === null, 'missing-value', 'statusOn'],
    [isClaimed && given.evidence === null, 'missing-evidence', 'evidence'],
    [isClaimed && given.claimedBy === null, 'missing-claimer', 'claimedBy'],
    [isVerified && given.verifiedBy === null, 'missing-verifier', 'verifiedBy'],
    [
      isVerified && given.verifiedBy !== null && given.verifiedBy === given.claimedBy,
      'verifier-is-claimer',
      'verifiedBy',
    ],
  ];
  return checks
    .filter(([fails]) => fails)
    .map(([, code, key]) => problemOf(code, view.label(key), view.cell(key)));
};

export const recommendations: KindSpec<ListHead, RecommendationRow> = {
  columns: [
    columns.communeCode,
    columns.date,
    columns.number,
    columns.theme,
    columns.addresseeType,
    columns.addressee,
    columns.dueOn,
    columns.recommendationStatus,
    columns.statusOn,
    columns.evidence,
    columns.claimedBy,
    columns.verifiedBy,
  ],
  open: ({ title }, header) => ({
    kind: 'opened',
    head: { title },
    header,
    warnings: [],
    row: checked(row, problemsOf),
    identity: ({ communeCode, meetingDate, number }) =>
      identityOf('recommendations', communeCode, meetingDate, number),
    key: ({ communeCode, meetingDate, number }) => `${communeCode}|${meetingDate}|${number}`,
  }),
};
