import type { Fold } from '@benkan/kernel';
import type { AgendaItem } from './agenda';
import type { Composition } from './composition';
import type { Cancelled, Convened, Held, MeetingFact, Postponed } from './meeting-facts';
import { counted, represented, withLine, withYoungWomen, type Sheet } from './sheet';
import type { VoiceGroup } from './voice';

export * from './meeting-facts';
export type { Sheet } from './sheet';

type Begun = { readonly convened: Convened; readonly agenda: readonly AgendaItem[] | null };
export type ConvenedMeeting = Begun & {
  readonly status: 'convened';
  /** Where it was put off to, the last one last. */
  readonly postponements: readonly Postponed[];
};
export type CancelledMeeting = Begun & { readonly status: 'cancelled'; readonly cancelled: Cancelled };
export type HeldMeeting = Begun & {
  readonly status: 'held';
  readonly held: Held;
  /** Null where nobody noted who was expected. */
  readonly composition: Composition | null;
  readonly sheet: Sheet;
  readonly closed: boolean;
  readonly voice: readonly VoiceGroup[] | null;
};

export type Meeting = { readonly status: 'unknown' } | ConvenedMeeting | CancelledMeeting | HeldMeeting;

type Of<Type extends MeetingFact['type']> = Extract<MeetingFact, { readonly type: Type }>;
type OnConvened = Of<'meeting-place-planned' | 'meeting-postponed' | 'meeting-cancelled' | 'meeting-held'>;
type OnSheet = Of<
  | 'attendance-recorded'
  | 'attendance-corrected'
  | 'attendance-represented'
  | 'attendance-tallied'
  | 'young-women-tallied'
>;
type OnHeld = Exclude<MeetingFact, OnConvened | Of<'meeting-convened' | 'agenda-set'>>;

const NEXT: ReadonlySet<MeetingFact['type']> = new Set([
  'meeting-place-planned',
  'meeting-postponed',
  'meeting-cancelled',
  'meeting-held',
]);
const isOnConvened = (fact: MeetingFact): fact is OnConvened => NEXT.has(fact.type);

const onConvened = (state: ConvenedMeeting, fact: OnConvened): Meeting => {
  const { convened, agenda } = state;
  switch (fact.type) {
    case 'meeting-place-planned':
      return state;
    case 'meeting-postponed': {
      const { plannedOn, reason } = fact.data;
      return { ...state, postponements: [...state.postponements, { plannedOn, reason }] };
    }
    case 'meeting-cancelled': {
      const { cause, reason } = fact.data;
      return { status: 'cancelled', convened, agenda, cancelled: { cause, reason } };
    }
    case 'meeting-held':
      return {
        ...{ status: 'held', convened, agenda, held: fact.data, composition: null },
        ...{ sheet: { mode: 'none' }, closed: false, voice: null },
      };
  }
};

const onSheet = (sheet: Sheet, fact: OnSheet): Sheet => {
  switch (fact.type) {
    case 'attendance-recorded':
    case 'attendance-corrected':
      return withLine(sheet, fact.data);
    case 'attendance-represented':
      return represented(sheet, fact.data);
    case 'attendance-tallied':
      return counted(fact.data);
    case 'young-women-tallied':
      return withYoungWomen(sheet, fact.data.youngWomen);
  }
};

const onHeld = (state: HeldMeeting, fact: OnHeld): HeldMeeting => {
  switch (fact.type) {
    case 'meeting-composition-noted': {
      const { on, seats, quorum } = fact.data;
      return { ...state, composition: { on, seats, quorum } };
    }
    case 'attendance-sheet-closed':
      return { ...state, closed: true };
    case 'voice-recorded':
      return { ...state, voice: fact.data.groups };
    default:
      return { ...state, sheet: onSheet(state.sheet, fact) };
  }
};

const evolve = (state: Meeting, fact: MeetingFact): Meeting => {
  if (fact.type === 'meeting-convened')
    return { status: 'convened', convened: fact.data, postponements: [], agenda: null };
  if (state.status === 'unknown') return state;
  if (fact.type === 'agenda-set') return { ...state, agenda: fact.data.items };
  if (isOnConvened(fact)) return state.status === 'convened' ? onConvened(state, fact) : state;
  return state.status === 'held' ? onHeld(state, fact) : state;
};

/** A meeting of a committee, from convocation to attendance. */
export const meeting: Fold<Meeting, MeetingFact> = { initial: { status: 'unknown' }, evolve };

/** The day a meeting not held yet is planned for: where it was put off to last. */
export const plannedDayOf = ({ convened, postponements }: ConvenedMeeting): string =>
  postponements.at(-1)?.plannedOn ?? convened.plannedOn;

/** What minutes may be built on: a held meeting whose sheet is closed, or counted. */
export const isReadyForMinutes = (state: Meeting): state is HeldMeeting =>
  state.status === 'held' && (state.closed || state.sheet.mode === 'tally');
