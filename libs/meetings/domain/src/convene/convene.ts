import { accept, differences, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import type { AgendaItem } from '../agenda';
import type {
  AgendaSet,
  Convened,
  Meeting,
  MeetingConvened,
  MeetingKind,
  MeetingPlacePlanned,
} from '../meeting';

type Convocation = {
  readonly committeeId: string;
  readonly meetingKind: MeetingKind;
  /** YYYY-MM-DD in Africa/Bamako. */
  readonly plannedOn: string;
  readonly agenda: SealedText[];
};

export type Convene = Said<
  Convocation & {
    readonly meetingId: string;
    /** The committee as the registry knows it; null when it does not. */
    readonly committee: Pick<Convened, 'unitId' | 'level' | 'installedOn'> | null;
    /** Where it is to be held; kept from others until it was. */
    readonly place?: SealedText | null;
    /** The whole agenda as items, those that come by themselves first; absent where only titles were given. */
    readonly items?: AgendaItem[];
  }
>;

export type ConveneRefusal = 'committee-unknown' | 'differs-from-recorded';

const convocationOf = ({ committeeId, meetingKind, plannedOn, agenda }: Convocation): Convocation => ({
  committeeId,
  meetingKind,
  plannedOn,
  agenda,
});

type ConveneFact = MeetingConvened | MeetingPlacePlanned | AgendaSet;

/** A meeting keeps the unit, level and installation day its committee had when it was convened. */
export const convene = ({ data }: Convene, meeting: Meeting): Decision<ConveneFact, ConveneRefusal> => {
  if (meeting.status !== 'unknown') {
    const differing = differences(convocationOf(meeting.convened), convocationOf(data));
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  if (data.committee === null) return refuse('committee-unknown');
  const { unitId, level, installedOn } = data.committee;
  const { meetingId, place, items } = data;
  const convened: MeetingConvened = {
    type: 'meeting-convened',
    data: { meetingId, ...convocationOf(data), unitId, level, installedOn },
  };
  return accept<ConveneFact>(
    convened,
    ...(place ? [{ type: 'meeting-place-planned', data: { meetingId, place } } as const] : []),
    ...(items?.length ? [{ type: 'agenda-set', data: { meetingId, items } } as const] : []),
  );
};
