import type { Fact, SealedText } from '@benkan/kernel';
import type { MeetingKind, PresidingCapacity } from '../meeting-facts';
import type { Quorum } from '../quorum/quorum';
import type { Corps } from '../recommendations';
import type { VoiceGroup } from '../voice';
import type { RecommendationStatus } from './standing';

export type Exchange = {
  readonly itemId: string | null;
  readonly title: SealedText;
  readonly text: SealedText;
};

/** What a person writes of a meeting; days YYYY-MM-DD, times HH:MM. */
export type MinutesTexts = {
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly secretary: SealedText | null;
  readonly situation: SealedText[];
  readonly exchanges: Exchange[];
  readonly other: SealedText[];
  readonly nextOn: string | null;
  readonly nextPlace: SealedText | null;
};

export type Drafted = MinutesTexts & {
  readonly meetingId: string;
  readonly committeeId: string;
  readonly unitId: string;
  readonly heldOn: string;
};

/** Who attended, as counts; women, young people and security forces overlap. */
export type AttendanceCounts = {
  readonly present: number;
  readonly women: number;
  readonly youth: number;
  readonly isf: number;
  readonly excused: number;
  readonly absent: number;
  readonly represented: number;
  readonly bands: {
    readonly band: VoiceGroup['ageBand'];
    readonly women: number;
    readonly men: number;
    readonly notReported: number;
  }[];
  readonly corps: { readonly corps: Corps; readonly count: number }[];
};

/** What the meeting was on the day its minutes were adopted. */
export type Frozen = {
  readonly meetingKind: MeetingKind;
  readonly heldOn: string;
  readonly presidingCapacity: PresidingCapacity;
  readonly place: SealedText | null;
  readonly agenda: SealedText[];
  readonly attendance: AttendanceCounts;
  readonly quorum: Quorum;
  readonly recommendations: {
    readonly issued: string[];
    readonly followedUp: { readonly recommendationId: string; readonly status: RecommendationStatus }[];
  };
};

export type Adoption =
  | { readonly kind: 'MEETING'; readonly meetingId: string }
  | { readonly kind: 'SIGNATURE'; readonly signedOn: string; readonly capacity: PresidingCapacity };

export type Adopted = Frozen & {
  readonly meetingId: string;
  readonly adoptedOn: string;
  readonly by: Adoption;
  readonly fingerprint: string;
};

export type Erratum = { readonly on: string; readonly text: SealedText; readonly reason: SealedText };
export type Recipient = 'REGIONAL_COMMITTEE' | 'CRSS' | 'STATE_REPRESENTATIVE' | 'MINISTRY';
export type Transmission = {
  readonly recipient: Recipient;
  readonly on: string;
  readonly reference: SealedText | null;
};

type Of<Data> = Data & { readonly meetingId: string };

export type MinutesDrafted = Fact<'minutes-drafted', Drafted>;
export type MinutesAdopted = Fact<'minutes-adopted', Adopted>;
export type MinutesCorrected = Fact<'minutes-corrected', Of<Erratum>>;
export type MinutesTransmitted = Fact<'minutes-transmitted', Of<Transmission>>;

export type MinutesFact = MinutesDrafted | MinutesAdopted | MinutesCorrected | MinutesTransmitted;
