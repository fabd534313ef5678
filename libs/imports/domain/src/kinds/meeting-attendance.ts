import { column, mapped, record, type Field } from '../fields';
import { identityOf } from '../identity';
import { refuseFile, type Refusal } from '../recognition';
import { columns, foldLabel } from '../table/columns';
import { valueOf, type Head } from '../table/head';
import { listOf, take, takeCommune, taken, type Taken } from '../table/head-values';
import type { Header } from '../table/header';
import type { KindSpec } from '../table/kind-spec';
import { fold } from '../text';
import { meetingStatus, quality, signedStatus, type MeetingStatus, type Quality } from '../values/attendance';
import { optionalDay } from '../values/cells';
import { presidingCapacity, type PresidingCapacity } from '../values/presiding-capacity';
import { person, personColumns, personKey, type Person } from './person';

export type MeetingKind = 'statutory' | 'extraordinary' | 'extended';

export type MeetingHead = {
  readonly title: string | null;
  readonly communeCode: string;
  readonly date: string;
  readonly meetingKind: MeetingKind;
  readonly presidingCapacity: PresidingCapacity;
  /** Items in order. */
  readonly agenda: readonly string[];
};

export type MeetingRow = Person & { readonly quality: Quality; readonly status: MeetingStatus };

const KINDS: readonly (readonly [RegExp, MeetingKind])[] = [
  [/\bextraordinaire\b|\bextraordinary\b/, 'extraordinary'],
  [/\belargie\b|\bextended\b/, 'extended'],
  [/\bstatutaire\b|\bstatutory\b|\bordinaire\b|\bordinary\b/, 'statutory'],
];

// whether a meeting counts as statutory is never assumed
const takeKind = ({ title }: Head): Taken<MeetingKind> => {
  const found = KINDS.find(([pattern]) => pattern.test(fold(title ?? '')));
  return found ? taken(found[1]) : refuseFile('missing-meeting-kind');
};

const takeCapacity = (head: Head): Taken<PresidingCapacity> => {
  const taking = take(
    head,
    /^(presidence|preside par|presidee par|presiding|chair|chaired by)$/,
    presidingCapacity,
    {
      missing: 'missing-column',
      unreadable: 'unreadable-presiding-capacity',
    },
  );
  return taking.kind === 'refused' && taking.code === 'missing-column' ? taken('NOT_REPORTED') : taking;
};

const agendaOf = (head: Head): readonly string[] => {
  const found = valueOf(head, /^(ordre du jour|odj|agenda)$/);
  return found.kind === 'one' ? listOf(found.value) : [];
};

const readMeeting = (head: Head): MeetingHead | Refusal => {
  const commune = takeCommune(head);
  const date = take(head, /^(date|date de (la )?reunion|meeting date)$/, optionalDay, {
    missing: 'missing-date',
    unreadable: 'unreadable-meeting-date',
  });
  const kind = takeKind(head);
  const capacity = takeCapacity(head);
  if (commune.kind === 'refused') return commune;
  if (date.kind === 'refused') return date;
  if (kind.kind === 'refused') return kind;
  if (capacity.kind === 'refused') return capacity;
  return {
    title: head.title,
    communeCode: commune.value,
    date: date.value,
    meetingKind: kind.value,
    presidingCapacity: capacity.value,
    agenda: agendaOf(head),
  };
};

const isSigned = ({ labels, positions }: Header): boolean =>
  /^(emargement|signature|presence|attendance)/.test(foldLabel(labels[positions.get('status') ?? -1] ?? ''));

const rowOf = (header: Header): Field<MeetingRow> =>
  mapped(
    record({
      person,
      quality: column('quality', quality),
      status: column('status', isSigned(header) ? signedStatus : meetingStatus),
    }),
    ({ person: who, ...rest }) => ({ ...who, ...rest }),
  );

export const meetingAttendance: KindSpec<MeetingHead, MeetingRow> = {
  columns: [...personColumns, columns.quality, columns.status],
  open: (above, header) => {
    const head = readMeeting(above);
    if ('kind' in head) return head;
    const { communeCode, date, meetingKind } = head;
    return {
      kind: 'opened',
      head,
      header,
      warnings: [],
      row: rowOf(header),
      identity: ({ code }) => identityOf('meeting-attendance', communeCode, date, meetingKind, code),
      key: personKey,
    };
  },
};
