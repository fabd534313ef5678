import { column, mapped, record, remarked, type Field } from '../fields';
import { identityOf } from '../identity';
import { problemOf } from '../parsed';
import { actorColumns } from '../table/actor-columns';
import type { KindSpec } from '../table/kind-spec';
import { fold } from '../text';
import {
  actorCategory,
  actorKind,
  excluded,
  groupOfCategory,
  rating,
  type ActorKind,
  type ExcludedGroup,
} from '../values/actor';
import { optionalText, requiredCode, requiredDay, requiredText } from '../values/cells';
import type { StructureKind } from '../values/structure';
import { yesNo } from '../values/yes-no';
import type { ListHead } from './meeting-tallies';

/** An actor on the map of a commune and day. */
export type ActorRow = {
  readonly communeCode: string;
  readonly date: string;
  /** Personal data where it is a person's: only sealed text and keyed digests may be stored. */
  readonly actor: string;
  readonly kind: ActorKind;
  readonly category: StructureKind;
  readonly influence: number;
  readonly interest: number;
  readonly seat: boolean | null;
  /** The group it speaks for that is left out; null when none is, undefined when nothing is said of it. */
  readonly excluded: ExcludedGroup | null | undefined;
  readonly strategy: string | null;
};

type Read = Omit<ActorRow, 'excluded'> & { readonly excluded: boolean | ExcludedGroup | null };

const columnsRead: Field<Read> = record<Read>({
  communeCode: column('communeCode', requiredCode),
  date: column('date', requiredDay),
  actor: column('actor', requiredText('missing-value')),
  kind: column('kind', actorKind),
  category: column('category', actorCategory),
  influence: column('influence', rating),
  interest: column('interest', rating),
  seat: column('seat', yesNo),
  excluded: column('excluded', excluded),
  strategy: column('strategy', optionalText),
});

// a group that has its seat by now leaves its strategy behind in the sheet
const remarkedOn = remarked(columnsRead, (row, view) =>
  row.strategy !== null && (row.excluded === null || row.excluded === false)
    ? [problemOf('strategy-without-group', view.label('strategy'), view.cell('strategy'))]
    : [],
);

const groupOf = ({ excluded: said, category }: Read): ActorRow['excluded'] => {
  if (said === null) return undefined;
  if (said === false) return null;
  return said === true ? groupOfCategory(category) : said;
};

const named = ({ communeCode, date, actor }: ActorRow): string => `${communeCode}|${date}|${fold(actor)}`;

export const actorMap: KindSpec<ListHead, ActorRow> = {
  columns: Object.values(actorColumns),
  open: ({ title }, header) => ({
    kind: 'opened',
    head: { title },
    header,
    warnings: [],
    row: mapped(remarkedOn, (row): ActorRow => ({ ...row, excluded: groupOf(row) })),
    identity: ({ communeCode, date, actor }) => identityOf('actor-map', communeCode, date, fold(actor)),
    key: named,
  }),
};
