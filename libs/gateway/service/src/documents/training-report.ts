import type { PrintedDocument } from '@benkan/documents';
import type { BandCount, CorpsCount, Headcount } from './headcount';
import { reportSections } from './training-report-sections';
import { dayInFrench, daysInFrench, listed, typeset } from './typography';
import { PAGE_WORDS, STATE_LINES } from './words';

/** What the report of a training says; texts as typed, days YYYY-MM-DD. Absent texts leave their section out. */
export type TrainingReport = {
  readonly issuer: readonly string[];
  readonly title: string;
  readonly themes: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly context: string | null;
  readonly generalObjective: string | null;
  readonly specificObjectives: readonly string[];
  readonly expectedResults: readonly string[];
  readonly methodology: string | null;
  readonly facilitators: readonly { readonly name: string; readonly role: string }[];
  readonly days: readonly { readonly on: string; readonly count: Headcount }[];
  /** People, each once, over all days; null where only counts of each day are kept. */
  readonly participants: Headcount | null;
  readonly bands: readonly BandCount[];
  readonly structures: readonly CorpsCount[];
  /** Of those who took both tests; null where nobody did. Scores on `outOf`. */
  readonly tests: {
    readonly paired: number;
    readonly meanBefore: number;
    readonly meanAfter: number;
    readonly improved: number;
    readonly outOf: number;
  } | null;
  /** Answers in the two best boxes, of all answers. */
  readonly satisfaction: readonly {
    readonly question: string;
    readonly topTwo: number;
    readonly answers: number;
  }[];
  readonly difficulties: readonly string[];
  readonly recommendations: readonly string[];
  readonly conclusion: string | null;
  /** Names and titles, where the caller may read them; the annex is left out otherwise. */
  readonly attendees:
    readonly { readonly name: string; readonly structure: string; readonly days: number }[] | null;
  readonly writtenOn: string;
  readonly fingerprint: string | null;
};

/** The report of a training in its usual sections, numbered as they come. */
export const trainingReportOf = (report: TrainingReport, createdAt: string): PrintedDocument => {
  const { issuer, title, themes, from, to, place, writtenOn, fingerprint } = report;
  return {
    ...{ title: `Rapport de formation – ${title}`, language: 'fr', createdAt, orientation: 'portrait' },
    blocks: [
      {
        ...{ kind: 'title', issuer: issuer.map(typeset), state: [...STATE_LINES] },
        ...{ title: 'RAPPORT DE FORMATION', subtitle: typeset(title), code: null },
        facts: [
          { label: 'Période', value: daysInFrench(from, to) },
          { label: 'Lieu', value: typeset(place) },
          { label: 'Thèmes', value: themes.length === 0 ? 'Non renseignés' : typeset(listed(themes)) },
          { label: 'Rapport du', value: dayInFrench(writtenOn) },
        ],
      },
      ...reportSections(report),
    ],
    footer: {
      text: typeset(`Rapport de formation – ${title}`),
      fingerprint: fingerprint === null ? null : `Empreinte ${fingerprint}`,
      page: PAGE_WORDS,
    },
  };
};
