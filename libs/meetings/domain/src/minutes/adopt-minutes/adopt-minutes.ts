import { accept, dayOf, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Meeting } from '../../meeting';
import type { Adoption, Drafted, Frozen, MinutesAdopted } from '../facts';
import { fingerprinted, type Fingerprint } from '../fingerprint';
import type { Minutes } from '../minutes';

export type AdoptMinutes = Said<{
  readonly meetingId: string;
  readonly by: Adoption;
  /** What the meeting is now; null where nobody ever convened it. */
  readonly frozen: Frozen | null;
  /** The later meeting; unknown where it is adopted by signature. */
  readonly adopting: Meeting;
}>;

export type AdoptMinutesRefusal =
  | 'meeting-unknown'
  | 'minutes-not-drafted'
  | 'adopting-meeting-not-held'
  | 'meeting-of-another-committee'
  | 'meeting-not-later'
  | 'signed-before-the-meeting'
  | 'in-the-future'
  | 'differs-from-recorded';

type On = { readonly on: string } | { readonly no: AdoptMinutesRefusal };

const atMeeting = (adopting: Meeting, { committeeId, heldOn, meetingId }: Drafted): On => {
  if (adopting.status !== 'held') return { no: 'adopting-meeting-not-held' };
  if (adopting.convened.committeeId !== committeeId) return { no: 'meeting-of-another-committee' };
  const isLater = adopting.held.heldOn >= heldOn && adopting.convened.meetingId !== meetingId;
  return isLater ? { on: adopting.held.heldOn } : { no: 'meeting-not-later' };
};

const adoptedOn = ({ by, adopting }: AdoptMinutes['data'], draft: Drafted, today: string): On => {
  if (by.kind === 'MEETING') return atMeeting(adopting, draft);
  if (by.signedOn < draft.heldOn) return { no: 'signed-before-the-meeting' };
  return by.signedOn > today ? { no: 'in-the-future' } : { on: by.signedOn };
};

/** Minutes are adopted once, at a later meeting of the committee or by signature; what they say is frozen with them. */
export const adoptMinutes =
  (fingerprint: Fingerprint) =>
  ({ data, at }: AdoptMinutes, minutes: Minutes): Decision<MinutesAdopted, AdoptMinutesRefusal> => {
    const { meetingId, by, frozen } = data;
    if (frozen === null) return refuse('meeting-unknown');
    if (minutes.status === 'unknown') return refuse('minutes-not-drafted');
    if (minutes.status === 'adopted') {
      const differing = differences<object>(minutes.adopted, { by });
      return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
    }
    const day = adoptedOn(data, minutes.draft, dayOf(at));
    if ('no' in day) return refuse(day.no);
    const seal = fingerprint(fingerprinted(minutes.draft, frozen));
    return accept({
      type: 'minutes-adopted',
      data: { meetingId, adoptedOn: day.on, by, ...frozen, fingerprint: seal },
    });
  };
