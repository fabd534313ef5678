import { quorumOf, type Written } from '@benkan/meetings-domain';
import type { Projection } from '@benkan/projections';
import { ofMeetings, type MeetingsEvent } from '../meetings-event';
import type { MeetingView, Of } from './meeting-shape';
import { NO_SHEET, isOfSheet, presentOn, written, type Sheet } from './sheet';

export type { MeetingStatus, MeetingSummary, MeetingView } from './meeting-shape';

const convened = (
  { meetingId, committeeId, unitId, meetingKind, plannedOn, agenda }: Of<'meeting-convened'>,
  revision: string,
): MeetingView => ({
  ...{ id: meetingId, committeeId, unitId, meetingKind, status: 'CONVENED', plannedOn },
  ...{ heldOn: null, recordedOn: null, presidingCapacity: null, presentCount: null },
  ...{ sheetClosed: false, quorum: quorumOf(null, { mode: 'none' }), revision, day: plannedOn },
  ...{ agenda, items: [], place: null, plannedPlace: null, postponements: [], cancellation: null },
  ...{ sheet: NO_SHEET, composition: null, voice: null },
});

const spoken = ({ mode, lines, tally }: Sheet): Written => {
  if (mode === 'TALLY') return { mode: 'tally', counts: tally };
  return mode === 'NONE' ? { mode: 'none' } : { mode: 'nominative', lines };
};

const counted = (view: MeetingView): MeetingView => ({
  ...view,
  presentCount: presentOn(view.sheet),
  quorum: quorumOf(view.composition, spoken(view.sheet)),
});

type Change<Type extends MeetingsEvent['type']> = (
  view: MeetingView,
  data: Of<Type>,
  at: string,
) => MeetingView;

const changes: { readonly [Type in MeetingsEvent['type']]?: Change<Type> } = {
  'meeting-place-planned': (view, { place }) => ({ ...view, plannedPlace: place }),
  'meeting-postponed': (view, { plannedOn, reason }) => ({
    ...{ ...view, status: 'POSTPONED', plannedOn, day: plannedOn },
    postponements: [...view.postponements, { plannedOn, reason }],
  }),
  'meeting-cancelled': (view, { cause, reason }) => ({
    ...{ ...view, status: 'CANCELLED', cancellation: { cause, reason } },
  }),
  'meeting-held': (view, { heldOn, presidingCapacity, place }, at) => ({
    ...{ ...view, status: 'HELD', heldOn, day: heldOn, presidingCapacity },
    ...{ place, recordedOn: at.slice(0, 10) },
  }),
  'meeting-composition-noted': (view, { on, seats, quorum }) =>
    counted({ ...view, composition: { on, seats, quorum } }),
  'attendance-sheet-closed': (view) => ({ ...view, sheetClosed: true }),
  'agenda-set': (view, { items }) => ({ ...view, items }),
  'voice-recorded': (view, { groups }) => ({ ...view, voice: groups }),
};

type AnyChange = Change<MeetingsEvent['type']> | undefined;

const changeOf = ({ type }: MeetingsEvent): AnyChange =>
  // each change is kept under the type of the data it takes
  (Object.hasOwn(changes, type) ? changes[type] : undefined) as AnyChange;

const isOfMeeting = (event: MeetingsEvent): boolean =>
  event.type === 'meeting-convened' || isOfSheet(event) || changeOf(event) !== undefined;

const onKnown = (view: MeetingView, event: MeetingsEvent): MeetingView => {
  if (isOfSheet(event)) return counted({ ...view, sheet: written(view.sheet, event) });
  return changeOf(event)?.(view, event.data as never, event.at) ?? view;
};

const evolve = (view: MeetingView | undefined, event: MeetingsEvent): MeetingView | undefined => {
  const revision = String(event.revision);
  if (event.type === 'meeting-convened') return convened(event.data, revision);
  if (view === undefined || !isOfMeeting(event)) return view;
  return { ...onKnown(view, event), revision };
};

/** One document a meeting, its attendance sheet included. */
export const meetingsProjection: Projection<MeetingView> = ofMeetings({
  name: 'meetings',
  version: 2,
  keys: (event) => (isOfMeeting(event) && 'meetingId' in event.data ? [event.data.meetingId] : []),
  evolve,
});
