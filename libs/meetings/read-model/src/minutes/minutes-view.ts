import type { Projection } from '@benkan/projections';
import { ofMeetings, type MeetingsEvent } from '../meetings-event';

type Of<Type extends MeetingsEvent['type']> = Extract<MeetingsEvent, { type: Type }>['data'];

/** The minutes of a meeting; their texts stay in the vault. */
export type MinutesView = {
  /** That of the meeting. */
  readonly id: string;
  readonly committeeId: string;
  readonly unitId: string;
  readonly heldOn: string;
  readonly status: 'DRAFT' | 'ADOPTED';
  readonly draft: Of<'minutes-drafted'>;
  readonly adopted: Of<'minutes-adopted'> | null;
  readonly errata: readonly Omit<Of<'minutes-corrected'>, 'meetingId'>[];
  readonly transmissions: readonly Omit<Of<'minutes-transmitted'>, 'meetingId'>[];
  readonly revision: string;
  /** The day it is listed by. */
  readonly day: string;
};

const drafted = (draft: Of<'minutes-drafted'>): Omit<MinutesView, 'revision'> => {
  const { meetingId: id, committeeId, unitId, heldOn } = draft;
  return {
    ...{ id, committeeId, unitId, heldOn, status: 'DRAFT', draft, adopted: null },
    ...{ errata: [], transmissions: [], day: heldOn },
  };
};

const onKnown = (view: MinutesView, event: MeetingsEvent): MinutesView => {
  switch (event.type) {
    case 'minutes-adopted':
      return { ...view, status: 'ADOPTED', adopted: event.data };
    case 'minutes-corrected': {
      const { on, text, reason } = event.data;
      return { ...view, errata: [...view.errata, { on, text, reason }] };
    }
    case 'minutes-transmitted': {
      const { recipient, on, reference } = event.data;
      return { ...view, transmissions: [...view.transmissions, { recipient, on, reference }] };
    }
    default:
      return view;
  }
};

const TYPES: ReadonlySet<MeetingsEvent['type']> = new Set([
  'minutes-drafted',
  'minutes-adopted',
  'minutes-corrected',
  'minutes-transmitted',
]);

/** One document a meeting that has minutes. */
export const minutesProjection: Projection<MinutesView> = ofMeetings({
  name: 'minutes',
  version: 1,
  keys: ({ type, data }) => (TYPES.has(type) && 'meetingId' in data ? [data.meetingId] : []),
  evolve: (view, event) => {
    const revision = String(event.revision);
    if (event.type === 'minutes-drafted') return { ...drafted(event.data), revision };
    return view && { ...onKnown(view, event), revision };
  },
});
