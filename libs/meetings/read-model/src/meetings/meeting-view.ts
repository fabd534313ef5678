import type { SealedText } from '@benkan/contracts';
import type { Projection } from '@benkan/projections';
import { ofMeetings, type MeetingsEvent } from '../meetings-event';
import { NO_SHEET, isOfSheet, presentOn, written, type Sheet } from './sheet';

type Of<Type extends MeetingsEvent['type']> = Extract<MeetingsEvent, { type: Type }>['data'];

/** What a list shows of a meeting. */
export type MeetingSummary = {
  readonly id: string;
  readonly committeeId: string;
  readonly unitId: string;
  readonly meetingKind: Of<'meeting-convened'>['meetingKind'];
  readonly status: 'CONVENED' | 'HELD';
  readonly plannedOn: string;
  readonly heldOn: string | null;
  readonly presidingCapacity: Of<'meeting-held'>['presidingCapacity'] | null;
  /** People present, by line or by tally; null while nothing is written. */
  readonly presentCount: number | null;
  readonly revision: string;
  /** The day it is listed by: held, else planned. */
  readonly day: string;
};

/** A meeting with its sheet; agenda and place stay in the vault. */
export type MeetingView = MeetingSummary & {
  readonly agenda: readonly SealedText[];
  readonly place: SealedText | null;
  readonly sheet: Sheet;
};

const convened = (
  { meetingId, committeeId, unitId, meetingKind, plannedOn, agenda }: Of<'meeting-convened'>,
  revision: string,
): MeetingView => ({
  ...{ id: meetingId, committeeId, unitId, meetingKind, status: 'CONVENED', plannedOn },
  ...{ heldOn: null, presidingCapacity: null, presentCount: null, revision, day: plannedOn },
  ...{ agenda, place: null, sheet: NO_SHEET },
});

const held = (view: MeetingView, { heldOn, presidingCapacity, place }: Of<'meeting-held'>): MeetingView => ({
  ...{ ...view, status: 'HELD', heldOn, day: heldOn, presidingCapacity, place },
});

const onKnown = (view: MeetingView, event: MeetingsEvent): MeetingView => {
  if (event.type === 'meeting-held') return held(view, event.data);
  if (!isOfSheet(event)) return view;
  const sheet = written(view.sheet, event);
  return { ...view, sheet, presentCount: presentOn(sheet) };
};

const isOfMeeting = (event: MeetingsEvent) =>
  event.type === 'meeting-convened' || event.type === 'meeting-held' || isOfSheet(event);

const evolve = (view: MeetingView | undefined, event: MeetingsEvent): MeetingView | undefined => {
  const revision = String(event.revision);
  if (event.type === 'meeting-convened') return convened(event.data, revision);
  if (view === undefined || !isOfMeeting(event)) return view;
  return { ...onKnown(view, event), revision };
};

/** One document a meeting, its attendance sheet included. */
export const meetingsProjection: Projection<MeetingView> = ofMeetings({
  name: 'meetings',
  version: 1,
  keys: (event) => (isOfMeeting(event) ? [event.data.meetingId] : []),
  evolve,
});
