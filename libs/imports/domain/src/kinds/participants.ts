import { always, column, mapped, record } from '../fields';
import { identityOf } from '../identity';
import type { Refusal } from '../recognition';
import { columns, optional } from '../table/columns';
import type { Head } from '../table/head';
import { takeCommune } from '../table/head-values';
import type { Header } from '../table/header';
import type { KindSpec } from '../table/kind-spec';
import { optionalText, requiredCode } from '../values/cells';
import { phone } from '../values/phone';
import { person, personColumns, personKey, type Person } from './person';

export type ParticipantsHead = { readonly title: string | null; readonly communeCode: string | null };

export type ParticipantRow = Person & {
  readonly communeCode: string;
  readonly neighbourhood: string | null;
  readonly phone: string | null;
};

const communeOf = (head: Head, { positions }: Header): { code: string | null } | Refusal => {
  if (positions.has('communeCode')) return { code: null };
  const commune = takeCommune(head);
  return commune.kind === 'refused' ? commune : { code: commune.value };
};

const rowOf = (communeCode: string | null) =>
  mapped(
    record({
      person,
      communeCode: communeCode === null ? column('communeCode', requiredCode) : always(communeCode),
      neighbourhood: column('neighbourhood', optionalText),
      phone: column('phone', phone),
    }),
    ({ person: who, ...rest }): ParticipantRow => ({ ...who, ...rest }),
  );

export const participants: KindSpec<ParticipantsHead, ParticipantRow> = {
  columns: [...personColumns, columns.neighbourhood, columns.phone, optional(columns.communeCode)],
  open: (head, header) => {
    const commune = communeOf(head, header);
    if ('kind' in commune) return commune;
    return {
      kind: 'opened',
      head: { title: head.title, communeCode: commune.code },
      header,
      warnings: [],
      row: rowOf(commune.code),
      identity: ({ communeCode, code }) => identityOf('participants', communeCode, code),
      key: (values) => `${values.communeCode}|${personKey(values)}`,
    };
  },
};
