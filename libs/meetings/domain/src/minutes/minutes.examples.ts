import { fold } from '@benkan/kernel';
import { meeting, type Meeting, type MeetingFact } from '../meeting';
import { at, by, convened, held, ids, tallied, text } from '../meeting.examples';
import type { Adoption, Drafted, Erratum, Frozen, MinutesTexts, Transmission } from './facts';
import type { MinutesAdopted, MinutesCorrected, MinutesDrafted, MinutesTransmitted } from './facts';

/** Facts and callers the specs of minutes speak about: held on 21 November, told on 1 December. */
export const meetingId = ids.meeting;
export const laterId = '77777777-7777-5777-8777-777777777777';
export const itemId = '66666666-6666-5666-8666-666666666666';

export const meetingOf = (...facts: readonly MeetingFact[]): Meeting => fold(meeting, facts);
const agenda: MeetingFact = {
  type: 'agenda-set',
  data: {
    meetingId,
    items: [
      {
        ...{ itemId, kind: 'DISCUSSION', title: text('c'), proposer: null, minutesPlanned: null },
        recommendationIds: [],
        previousMeetingId: null,
      },
    ],
  },
};
export const ready = meetingOf(convened, agenda, held, tallied);
export const laterOf = (heldOn = '2024-11-28', of: Partial<(typeof convened)['data']> = {}): Meeting =>
  meetingOf(
    { ...convened, data: { ...convened.data, meetingId: laterId, plannedOn: heldOn, ...of } },
    { ...held, data: { ...held.data, meetingId: of.meetingId ?? laterId, heldOn } },
  );

export const texts: MinutesTexts = {
  ...{ openedAt: '09:05', closedAt: '12:30', secretary: text('1'), situation: [text('2')] },
  ...{ exchanges: [{ itemId, title: text('c'), text: text('3') }], other: [text('4')] },
  ...{ nextOn: '2024-12-19', nextPlace: null },
};
export const draft: Drafted = {
  ...texts,
  ...{ meetingId, committeeId: ids.committee, unitId: ids.unit, heldOn: '2024-11-21' },
};
export const drafted: MinutesDrafted = { type: 'minutes-drafted', data: draft };
export const redrafted: MinutesDrafted = { type: 'minutes-drafted', data: { ...draft, other: [] } };

export const frozen: Frozen = {
  ...{ meetingKind: 'STATUTORY', heldOn: '2024-11-21', presidingCapacity: 'MAIRE', place: text('5') },
  agenda: [text('c')],
  attendance: {
    ...{ present: 24, women: 5, youth: 8, isf: 7, excused: 0, absent: 0, represented: 0 },
    ...{ bands: [], corps: [] },
  },
  quorum: { answer: 'NOT_DEFINED', attended: 20, required: null },
  recommendations: { issued: [], followedUp: [] },
};
export const signature: Adoption = { kind: 'SIGNATURE', signedOn: '2024-11-25', capacity: 'MAIRE' };
export const atLater: Adoption = { kind: 'MEETING', meetingId: laterId };
export const adopted = (by: Adoption = signature, adoptedOn = '2024-11-25'): MinutesAdopted => ({
  type: 'minutes-adopted',
  data: { meetingId, adoptedOn, by, ...frozen, fingerprint: '9'.repeat(64) },
});

export const erratum: Erratum = { on: '2024-11-26', text: text('6'), reason: text('7') };
export const corrected: MinutesCorrected = { type: 'minutes-corrected', data: { meetingId, ...erratum } };
export const transmission: Transmission = { recipient: 'CRSS', on: '2024-11-27', reference: text('8') };
export const transmitted: MinutesTransmitted = {
  type: 'minutes-transmitted',
  data: { meetingId, ...transmission },
};

/** Says something of the minutes of the meeting. */
export const saying = <Data extends object>(data: Data) => ({ data: { meetingId, ...data }, at, by });
