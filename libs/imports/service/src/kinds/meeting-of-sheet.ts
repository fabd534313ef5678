import { hold } from '@benkan/contracts/meetings';
import type { MeetingHead, PresidingCapacity } from '@benkan/imports-domain';
import { differences } from '@benkan/kernel';
import type { Working } from './kind';
import { committeeOf, holdMeeting, type Held } from './meetings';
import type { MeetingKind, MeetingShown, Places } from './places';
import { stepper, trouble, type Trouble } from './step';

const KINDS: Readonly<Record<NonNullable<MeetingHead['meetingKind']>, MeetingKind>> = {
  statutory: 'STATUTORY',
  extraordinary: 'EXTRAORDINARY',
  extended: 'EXTENDED',
};

type CodedHead = Extract<MeetingHead, { readonly meetingId: string }>;

/** The day a sheet may carry: it may be printed before the day is put off. */
const dayOf = (date: string | null, { plannedOn, heldOn }: MeetingShown): string => {
  const recorded = heldOn ?? plannedOn;
  return date === null || date === plannedOn ? recorded : date;
};

const unitOf = async (places: Places, communeCode: string): Promise<string> =>
  (await places.place(communeCode))?.unitId ?? communeCode;

/** Where a head speaks of another meeting than its code. */
const misprints = async (
  places: Places,
  { communeCode, date, meetingKind: kind }: CodedHead,
  meeting: MeetingShown,
) => {
  const { unitId: commune, meetingKind } = meeting;
  return differences(
    { commune, date: dayOf(null, meeting), meetingKind },
    {
      commune: communeCode === null ? commune : await unitOf(places, communeCode),
      date: dayOf(date, meeting),
      meetingKind: kind === null ? meetingKind : KINDS[kind],
    },
  ).map(({ field }) => field);
};

const COLUMNS: Readonly<Record<string, string>> = {
  commune: 'Code commune',
  date: 'Date',
  meetingKind: 'Titre',
};

/** A sheet that does not say who presided says nothing else than what is recorded. */
const capacityTold = (
  { presidingCapacity: recorded }: MeetingShown,
  given: PresidingCapacity,
): readonly Trouble[] => {
  if (given === 'NOT_REPORTED' || given === recorded) return [];
  const differing = [{ field: 'presidingCapacity', recorded, given }];
  return [{ ...trouble('differs-from-recorded'), by: hold.name, differences: differing }];
};

const untaken = (...troubles: readonly Trouble[]) => ({ changed: false, troubles });

const codedMeeting = async (places: Places, head: CodedHead) => {
  const { meetingId, presidingCapacity } = head;
  const meeting = await places.meeting(meetingId);
  if (meeting === undefined) return untaken(trouble('unknown-meeting', 'Code de la réunion', meetingId));
  const [wrong, ...more] = await misprints(places, head, meeting);
  if (wrong !== undefined) {
    const columns = [wrong, ...more].map((field) => COLUMNS[field] ?? field);
    return untaken(trouble('meeting-code-disagrees', columns.join(', ')));
  }
  const troubles = meeting.status === 'HELD' ? capacityTold(meeting, presidingCapacity) : [];
  return { meetingId, unitId: meeting.unitId, meeting, changed: false, troubles };
};

/** The meeting of a sheet as it stands, or where it would be. */
export const foundMeeting = (places: Places, head: MeetingHead): Promise<Held> =>
  head.meetingId === null ? committeeOf(places, head.communeCode) : codedMeeting(places, head);

/** The meeting of a sheet, held: by its code where it carries one, else by where, when and which. */
export const meetingOfSheet = async (working: Working, head: MeetingHead): Promise<Held> => {
  if (head.meetingId === null)
    return holdMeeting(working, { ...head, kind: KINDS[head.meetingKind] }, 'meeting');
  const found = await codedMeeting(working.places, head);
  if (!('meeting' in found) || found.meeting.status === 'HELD') return found;
  const { meetingId, unitId, meeting } = found;
  const { date, presidingCapacity } = head;
  const steps = stepper();
  const holding = { meetingId, heldOn: date ?? meeting.plannedOn, presidingCapacity };
  steps.take(hold.name, await working.say(hold, holding, 'meeting|hold'));
  return { meetingId, unitId, ...steps.done() };
};
