import { checked, column, mapped, record, type Field } from '../fields';
import { identityOf } from '../identity';
import { problemOf, read, type Parse } from '../parsed';
import { columns } from '../table/columns';
import type { KindSpec } from '../table/kind-spec';
import { saysNothing } from '../text';
import { count, requiredCode, requiredDay } from '../values/cells';
import { presidingCapacity, type PresidingCapacity } from '../values/presiding-capacity';

export type ListHead = { readonly title: string | null };

/** A meeting of which only counts are kept. Youth, FSI and members overlap with the sexes. */
export type TallyRow = {
  readonly communeCode: string;
  readonly date: string;
  readonly presidingCapacity: PresidingCapacity;
  readonly women: number;
  readonly men: number;
  readonly notReported: number;
  readonly youth: number;
  readonly fsi: number;
  readonly members: number;
};

type Counted = TallyRow & { readonly total: number | null };

const optionalCount: Parse<number | null> = (cell) => (saysNothing(cell) ? read(null) : count(cell));

const counted: Field<Counted> = record<Counted>({
  communeCode: column('communeCode', requiredCode),
  date: column('date', requiredDay),
  presidingCapacity: column('presiding', presidingCapacity),
  women: column('women', count),
  men: column('men', count),
  notReported: column('notReported', count),
  youth: column('youth', count),
  fsi: column('fsi', count),
  members: column('members', count),
  total: column('total', optionalCount),
});

// facts 6.1, invariant 7
const consistent = checked(counted, (row, view) => {
  const sum = row.women + row.men + row.notReported;
  const total = row.total ?? sum;
  const problem = (key: keyof Counted & string) =>
    problemOf(
      key === 'women' ? 'tally-women-exceed-total' : 'tally-inconsistent',
      view.label(key),
      view.cell(key),
    );
  const parts = (['women', 'youth', 'fsi', 'members'] as const)
    .filter((key) => row[key] > total)
    .map(problem);
  return total === sum ? parts : [...parts, problem('total')];
});

export const meetingTallies: KindSpec<ListHead, TallyRow> = {
  columns: [
    columns.communeCode,
    columns.date,
    columns.presiding,
    columns.women,
    columns.men,
    columns.notReported,
    columns.youth,
    columns.fsi,
    columns.members,
    columns.total,
  ],
  open: ({ title }, header) => ({
    kind: 'opened',
    head: { title },
    header,
    warnings: [],
    row: mapped(consistent, ({ total: _, ...row }) => row),
    identity: ({ communeCode, date }) => identityOf('meeting-tallies', communeCode, date),
    key: ({ communeCode, date }) => `${communeCode}|${date}`,
  }),
};
