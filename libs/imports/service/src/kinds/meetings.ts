import { convene, hold } from '@benkan/contracts/meetings';
import type { PresidingCapacity } from '@benkan/imports-domain';
import type { Working } from './kind';
import type { MeetingKind, Places } from './places';
import { stepper, trouble, type Trouble } from './step';

export type SheetMeeting = {
  readonly communeCode: string;
  readonly date: string;
  readonly kind: MeetingKind;
  readonly presidingCapacity: PresidingCapacity;
  readonly agenda: readonly string[];
};

export type Held = {
  readonly meetingId?: string;
  readonly unitId?: string;
  readonly changed: boolean;
  readonly troubles: readonly Trouble[];
};

const no = (code: string, communeCode: string): Held => ({
  changed: false,
  troubles: [trouble(code, 'Code commune', communeCode)],
});

/** The committee of a commune, or why there is none. */
export const committeeOf = async (places: Places, communeCode: string) => {
  const place = await places.place(communeCode);
  if (place === undefined) return no('unknown-commune', communeCode);
  const committeeId = await places.committee(communeCode);
  return committeeId === undefined
    ? no('no-committee', communeCode)
    : { unitId: place.unitId, committeeId, changed: false, troubles: [] };
};

/** Convenes and holds the meeting a sheet speaks of, unless that is already written. */
export const holdMeeting = async (
  { say, places }: Working,
  meeting: SheetMeeting,
  key: string,
): Promise<Held> => {
  const { communeCode, date, kind, presidingCapacity, agenda } = meeting;
  const found = await committeeOf(places, communeCode);
  if (!('committeeId' in found)) return found;
  const { committeeId, unitId } = found;
  const meetingId = await places.meetingId(committeeId, date, kind);
  const steps = stepper();
  const items = agenda.slice(0, 50).map((item) => item.slice(0, 500));
  steps.take(
    convene.name,
    await say(
      convene,
      { id: meetingId, committeeId, meetingKind: kind, plannedOn: date, agenda: items },
      `${key}|convene`,
    ),
  );
  steps.take(hold.name, await say(hold, { meetingId, heldOn: date, presidingCapacity }, `${key}|hold`));
  return { meetingId, unitId, ...steps.done() };
};
