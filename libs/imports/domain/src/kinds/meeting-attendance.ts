import { column, mapped, record, type Field } from '../fields';
import { identityOf } from '../identity';
import { refuseFile, type Refusal, type RefusalCode } from '../recognition';
import { columns, foldLabel } from '../table/columns';
import { valueOf, type Head } from '../table/head';
import { listOf, take, takeCommune, taken, type Taken } from '../table/head-values';
import type { Header } from '../table/header';
import type { KindSpec } from '../table/kind-spec';
import { fold } from '../text';
import { meetingStatus, quality, signedStatus, type MeetingStatus, type Quality } from '../values/attendance';
import { optionalDay, optionalText } from '../values/cells';
import { presidingCapacity, type PresidingCapacity } from '../values/presiding-capacity';
import { attendee, personColumns, personKey, type Attendee } from './person';

export type MeetingKind = 'statutory' | 'extraordinary' | 'extended';

type Above = {
  readonly title: string | null;
  readonly presidingCapacity: PresidingCapacity;
  /** Items in order. */
  readonly agenda: readonly string[];
};

type PlaceAndDay = {
  readonly communeCode: string;
  readonly date: string;
  readonly meetingKind: MeetingKind;
};

/** A sheet printed for a meeting carries its code, and may then leave out the rest; any other says where, when and which. */
export type MeetingHead = Above &
  (
    | (PlaceAndDay & { readonly meetingId: null })
    | ({ readonly meetingId: string } & { readonly [Said in keyof PlaceAndDay]: PlaceAndDay[Said] | null })
  );

export type MeetingRow = Attendee & {
  readonly neighbourhood: string | null;
  readonly quality: Quality;
  readonly status: MeetingStatus;
};

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

const CODE = /\bbenkan:meeting:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\b/gi;
const LABELLED_CODE = /^(code (de la )?reunion|meeting code)$/;

// typed by hand or scanned: wherever it stands above the table
const takeCode = (head: Head): Taken<string | null> => {
  const codes = new Set([...head.text.matchAll(CODE)].map(([, id = '']) => id.toLowerCase()));
  const [code = null] = codes;
  if (codes.size > 1) return refuseFile('ambiguous-head');
  const labelled = valueOf(head, LABELLED_CODE);
  if (code === null && labelled.kind === 'one')
    return refuseFile('unreadable-meeting-code', { value: labelled.value });
  return taken(code);
};

const MISSING: readonly RefusalCode[] = ['missing-commune-code', 'missing-date', 'missing-meeting-kind'];

/** What the code of the meeting says already may be missing; what is written must be readable all the same. */
const unless = <T>(coded: boolean, taking: Taken<T>): Taken<T | null> =>
  coded && taking.kind === 'refused' && MISSING.includes(taking.code) ? taken(null) : taking;

const aboveOf = (head: Head): Above | Refusal => {
  const capacity = takeCapacity(head);
  if (capacity.kind === 'refused') return capacity;
  return { title: head.title, presidingCapacity: capacity.value, agenda: agendaOf(head) };
};

type Place = { readonly [Said in keyof PlaceAndDay]: PlaceAndDay[Said] | null };

const placeOf = (head: Head, coded: boolean): Place | Refusal => {
  const commune = unless(coded, takeCommune(head));
  const date = unless(
    coded,
    take(head, /^(date|date de (la )?reunion|meeting date)$/, optionalDay, {
      missing: 'missing-date',
      unreadable: 'unreadable-meeting-date',
    }),
  );
  const kind = unless(coded, takeKind(head));
  if (commune.kind === 'refused') return commune;
  if (date.kind === 'refused') return date;
  if (kind.kind === 'refused') return kind;
  return { communeCode: commune.value, date: date.value, meetingKind: kind.value };
};

const isWhole = (place: Place): place is PlaceAndDay =>
  place.communeCode !== null && place.date !== null && place.meetingKind !== null;

const readMeeting = (head: Head): MeetingHead | Refusal => {
  const code = takeCode(head);
  if (code.kind === 'refused') return code;
  const place = placeOf(head, code.value !== null);
  if ('kind' in place) return place;
  const above = aboveOf(head);
  if ('kind' in above) return above;
  if (code.value !== null) return { ...above, ...place, meetingId: code.value };
  return isWhole(place) ? { ...above, ...place, meetingId: null } : refuseFile('missing-date');
};

const isSigned = ({ labels, positions }: Header): boolean =>
  /^(emargement|signature|presence|attendance)/.test(foldLabel(labels[positions.get('status') ?? -1] ?? ''));

const rowOf = (header: Header): Field<MeetingRow> =>
  mapped(
    record({
      attendee,
      neighbourhood: column('neighbourhood', optionalText),
      quality: column('quality', quality),
      status: column('status', isSigned(header) ? signedStatus : meetingStatus),
    }),
    ({ attendee: who, ...rest }) => ({ ...who, ...rest }),
  );

export const meetingAttendance: KindSpec<MeetingHead, MeetingRow> = {
  columns: [...personColumns, columns.neighbourhood, columns.phone, columns.quality, columns.status],
  open: (above, header) => {
    const head = readMeeting(above);
    if ('kind' in head) return head;
    const { meetingId, communeCode, date, meetingKind } = head;
    const parts = meetingId === null ? [communeCode, date, meetingKind] : [meetingId];
    return {
      kind: 'opened',
      head,
      header,
      warnings: [],
      row: rowOf(header),
      identity: ({ code }) => identityOf('meeting-attendance', ...parts, code),
      key: personKey,
    };
  },
};
