import type { MeetingsEvent } from '../meetings-event';

type Sealed = { readonly textRef: string; readonly digest: string };

export type StepKind =
  | 'ISSUED'
  | 'DETAILED'
  | 'SENT'
  | 'ACKNOWLEDGED'
  | 'ANSWERED'
  | 'PROGRESS_REPORTED'
  | 'PROGRESS_MEASURED'
  | 'IMPLEMENTATION_CLAIMED'
  | 'IMPLEMENTATION_VERIFIED'
  | 'REJECTED'
  | 'ABANDONED'
  | 'CARRIED_OVER'
  | 'ESCALATED'
  | 'REOPENED'
  | 'REMINDED'
  | 'REMINDER_DELIVERED';

type DataOf<Type extends MeetingsEvent['type']> = Extract<MeetingsEvent, { type: Type }>['data'];

/** What a step says beside its day; what it does not speak of is absent. */
export type Said = {
  readonly addressee?: number;
  readonly channel?: DataOf<'recommendation-sent'>['channel'] | DataOf<'reminder-delivered'>['channel'];
  readonly answer?: DataOf<'recommendation-answered'>['answer'];
  readonly corps?: NonNullable<DataOf<'recommendation-answered'>['corps']>;
  readonly percent?: number;
  readonly reminder?: DataOf<'reminder-recorded'>['kind'];
  readonly dueOn?: string;
  readonly meetingId?: string;
  readonly committeeId?: string;
  readonly text?: Sealed;
};
/** One stored event of a recommendation, as its history shows it. */
export type HistoryStep = Said & {
  readonly eventId: string;
  readonly step: StepKind;
  readonly on: string;
  readonly recordedAt: string;
};

type Told = { readonly step: StepKind; readonly on: string } & Said;

const maybe = <Field extends string, Value>(field: Field, value: Value | null) =>
  value === null ? {} : ({ [field]: value } as { readonly [F in Field]: Value });

const ofCorrespondence = (event: MeetingsEvent): Told | undefined => {
  switch (event.type) {
    case 'recommendation-sent': {
      const { addressee, on, channel } = event.data;
      return { step: 'SENT', on, addressee, channel };
    }
    case 'recommendation-acknowledged': {
      const { addressee, on, corps } = event.data;
      return { step: 'ACKNOWLEDGED', on, addressee, ...maybe('corps', corps) };
    }
    case 'recommendation-answered': {
      const { addressee, on, answer, text, corps } = event.data;
      return { step: 'ANSWERED', on, addressee, answer, text, ...maybe('corps', corps) };
    }
    default:
      return undefined;
  }
};

const ofWork = (event: MeetingsEvent): Told | undefined => {
  switch (event.type) {
    case 'recommendation-progress-reported':
      return { step: 'PROGRESS_REPORTED', on: event.data.on, ...maybe('text', event.data.note) };
    case 'progress-measured':
      return { step: 'PROGRESS_MEASURED', on: event.data.on, percent: event.data.percent };
    case 'implementation-claimed':
      return { step: 'IMPLEMENTATION_CLAIMED', on: event.data.on, text: event.data.evidence };
    case 'implementation-verified':
      return { step: 'IMPLEMENTATION_VERIFIED', on: event.data.on, text: event.data.evidence };
    default:
      return undefined;
  }
};

const ofEnd = (event: MeetingsEvent): Told | undefined => {
  switch (event.type) {
    case 'recommendation-rejected':
      return { step: 'REJECTED', on: event.data.on, text: event.data.reason };
    case 'recommendation-abandoned':
      return { step: 'ABANDONED', on: event.data.on, text: event.data.reason };
    case 'recommendation-reopened':
      return { step: 'REOPENED', on: event.data.on, text: event.data.reason };
    default:
      return undefined;
  }
};

const ofDelay = (event: MeetingsEvent): Told | undefined => {
  switch (event.type) {
    case 'recommendation-carried-over': {
      const { on, meetingId, dueOn } = event.data;
      return { step: 'CARRIED_OVER', on, meetingId, ...maybe('dueOn', dueOn) };
    }
    case 'recommendation-escalated': {
      const { on, committeeId, dueOn } = event.data;
      return { step: 'ESCALATED', on, committeeId, dueOn };
    }
    case 'reminder-recorded': {
      const { on, kind, dueOn } = event.data;
      return { step: 'REMINDED', on, reminder: kind, dueOn };
    }
    case 'reminder-delivered': {
      const { on, kind, dueOn, channel } = event.data;
      return { step: 'REMINDER_DELIVERED', on, reminder: kind, dueOn, channel };
    }
    default:
      return undefined;
  }
};

const ofIssue = (event: MeetingsEvent, issuedOn: string): Told | undefined => {
  if (event.type === 'recommendation-issued')
    return {
      step: 'ISSUED',
      on: issuedOn,
      meetingId: event.data.meetingId,
      ...maybe('dueOn', event.data.dueOn),
    };
  return event.type === 'recommendation-detailed' ? { step: 'DETAILED', on: issuedOn } : undefined;
};

/** The step an event adds to the history; undefined for what is not of a recommendation. */
export const stepOf = (event: MeetingsEvent, issuedOn: string): HistoryStep | undefined => {
  const told =
    ofIssue(event, issuedOn) ?? ofCorrespondence(event) ?? ofWork(event) ?? ofEnd(event) ?? ofDelay(event);
  return told && { eventId: event.id, recordedAt: event.at, ...told };
};
