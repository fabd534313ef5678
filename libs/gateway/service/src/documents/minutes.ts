import type { ADDRESSEE_TYPES, MEETING_KINDS, PRESIDING_CAPACITIES } from '@benkan/contracts';
import type { Block, PrintedDocument } from '@benkan/documents';
import type { BandCount, CorpsCount, Headcount } from './headcount';
import { sectionsOf } from './minutes-sections';
import { dayInFrench, typeset } from './typography';
import { PAGE_WORDS, STATE_LINES, meetingKindWords } from './words';

export type Recommended = {
  readonly number: string;
  readonly text: string;
  readonly addresseeType: (typeof ADDRESSEE_TYPES)[number];
  readonly addressee: string | null;
  readonly responsible: string | null;
  /** Day, YYYY-MM-DD. */
  readonly dueOn: string | null;
};

/** What the minutes of a meeting say; texts as typed, days YYYY-MM-DD, times HH:MM. */
export type Minutes = {
  readonly committee: string;
  readonly commune: string;
  readonly number: string;
  readonly meetingKind: (typeof MEETING_KINDS)[number];
  readonly heldOn: string;
  readonly place: string | null;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly presiding: {
    readonly capacity: (typeof PRESIDING_CAPACITIES)[number];
    readonly name: string | null;
  };
  readonly secretary: string | null;
  readonly present: Headcount;
  readonly excused: number;
  readonly absent: number;
  readonly represented: number;
  readonly bands: readonly BandCount[];
  readonly corps: readonly CorpsCount[];
  /** A sentence; null where no rule exists. */
  readonly quorum: string | null;
  readonly agenda: readonly string[];
  readonly followUp: readonly {
    readonly number: string;
    readonly text: string;
    readonly addressee: string;
    readonly state: string;
  }[];
  /** Themes only: no incident and nobody. */
  readonly situation: readonly string[];
  readonly exchanges: readonly { readonly item: string; readonly text: string }[];
  readonly recommendations: readonly Recommended[];
  readonly other: readonly string[];
  readonly next: { readonly on: string | null; readonly place: string | null };
  readonly status: 'DRAFT' | 'ADOPTED';
  readonly adoptedOn: string | null;
  readonly errata: readonly { readonly on: string; readonly text: string }[];
  readonly fingerprint: string | null;
};

const standing = ({ status, adoptedOn }: Minutes): string => {
  if (status === 'DRAFT') return 'Projet, non adopté';
  return adoptedOn === null ? 'Adopté' : `Adopté le ${dayInFrench(adoptedOn)}`;
};

const headOf = (minutes: Minutes): Block => {
  const { committee, commune, number, meetingKind, heldOn, place, openedAt, closedAt } = minutes;
  return {
    kind: 'title',
    issuer: [typeset(committee), commune],
    state: [...STATE_LINES],
    title: 'PROCÈS-VERBAL',
    subtitle: `Réunion ${meetingKindWords[meetingKind]} du ${dayInFrench(heldOn)}`,
    facts: [
      { label: 'N°', value: number },
      { label: 'État', value: standing(minutes) },
      { label: 'Date', value: dayInFrench(heldOn) },
      { label: 'Lieu', value: place === null ? 'Non communiqué' : typeset(place) },
      { label: 'Ouverture', value: hourOf(openedAt) },
      { label: 'Clôture', value: hourOf(closedAt) },
    ],
    code: null,
  };
};

/** « 9 h 05 » of HH:MM. */
const hourOf = (time: string | null): string => {
  if (time === null) return 'Non renseignée';
  const [hours = '', minutes = ''] = time.split(':');
  return `${Number(hours)}\u00a0h\u00a0${minutes}`;
};

/** The minutes in the eleven sections of a procès-verbal, the first being its head. */
export const minutesOf = (minutes: Minutes, createdAt: string): PrintedDocument => ({
  ...{ title: `Procès-verbal n°\u00a0${minutes.number}`, language: 'fr', createdAt, orientation: 'portrait' },
  blocks: [headOf(minutes), ...sectionsOf(minutes)],
  footer: {
    text: typeset(`${minutes.committee}, procès-verbal n° ${minutes.number}`),
    fingerprint: minutes.fingerprint === null ? null : `Empreinte ${minutes.fingerprint}`,
    page: PAGE_WORDS,
  },
});
