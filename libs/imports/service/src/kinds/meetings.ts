import { convene, hold } from '@benkan/contracts/meetings';
import type { PresidingCapacity } from '@benkan/imports-domain';
import type { Working } from './kind';
import type { MeetingKind } from './places';
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

/** Convenes and holds the meeting a sheet speaks of, unless that is already written. */
export const holdMeeting = async (
  { say, places }: Working,
  meeting: SheetMeeting,
  key: string,
): Promise<Held> => {
  const { communeCode, date, kind, presidingCapacity, agenda } = meeting;
  const place = await places.place(communeCode);
  if (place === undefined)
    return { changed: false, troubles: [trouble('unknown-commune', 'Code commune', communeCode)] };
  const committeeId = await places.committee(communeCode);
  if (committeeId === undefined)
    return { changed: false, troubles: [trouble('no-committee', 'Code commune', communeCode)] };
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
  return { meetingId, unitId: place.unitId, ...steps.done() };
};
