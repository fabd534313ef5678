import { column, record, type Field } from '../fields';
import { identityOf } from '../identity';
import { columns } from '../table/columns';
import type { KindSpec } from '../table/kind-spec';
import { optionalDay, requiredCode, requiredText } from '../values/cells';
import {
  frequency,
  level,
  template,
  type CommitteeLevel,
  type CommitteeTemplate,
  type MeetingFrequency,
} from '../values/committee';
import type { ListHead } from './meeting-tallies';

export type CommitteeRow = {
  readonly communeCode: string;
  readonly name: string;
  readonly level: CommitteeLevel;
  readonly legalAct: string;
  readonly installedOn: string | null;
  readonly frequency: MeetingFrequency;
  readonly template: CommitteeTemplate | null;
};

const row: Field<CommitteeRow> = record<CommitteeRow>({
  communeCode: column('communeCode', requiredCode),
  name: column('name', requiredText('missing-name')),
  level: column('level', level),
  legalAct: column('legalAct', requiredText('missing-value')),
  installedOn: column('installedOn', optionalDay),
  frequency: column('frequency', frequency),
  template: column('template', template),
});

export const committees: KindSpec<ListHead, CommitteeRow> = {
  columns: [
    columns.ordinal,
    columns.communeCode,
    columns.name,
    columns.level,
    columns.legalAct,
    columns.installedOn,
    columns.frequency,
    columns.template,
  ],
  open: ({ title }, header) => ({
    kind: 'opened',
    head: { title },
    header,
    warnings: [],
    row,
    identity: (values) => identityOf('committees', values.communeCode, values.level),
    key: (values) => `${values.communeCode}|${values.level}`,
  }),
};
