import { accept, differences, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import type { Convened, Meeting, MeetingConvened, MeetingKind } from '../meeting';

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
  }
>;

export type ConveneRefusal = 'committee-unknown' | 'differs-from-recorded';

const convocationOf = ({ committeeId, meetingKind, plannedOn, agenda }: Convocation): Convocation => ({
  committeeId,
  meetingKind,
  plannedOn,
  agenda,
});

/** A meeting keeps the unit, level and installation day its committee had when it was convened. */
export const convene = ({ data }: Convene, meeting: Meeting): Decision<MeetingConvened, ConveneRefusal> => {
  if (meeting.status !== 'unknown') {
    const differing = differences(convocationOf(meeting.convened), convocationOf(data));
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  if (data.committee === null) return refuse('committee-unknown');
  const { unitId, level, installedOn } = data.committee;
  return accept({
    type: 'meeting-convened',
    data: { meetingId: data.meetingId, ...convocationOf(data), unitId, level, installedOn },
  });
};
