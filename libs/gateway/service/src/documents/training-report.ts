import type { z } from 'zod';
import type { getReport } from '@benkan/contracts/training';
import type { Fact, PrintedDocument } from '@benkan/documents';
import { reportSections } from './training-report-sections';
import { themesListed } from './training-words';
import { dayInFrench, daysInFrench, typeset } from './typography';
import { PAGE_WORDS, STATE_LINES } from './words';

export type TrainingReport = z.output<typeof getReport.response>;

const themesOf = ({ themes }: TrainingReport): string =>
  themes.length === 0 ? 'Non renseignés' : themesListed(themes);

const titleOf = (report: TrainingReport): string => report.title ?? themesOf(report);

const issuerOf = ({ facilitators, unitName }: TrainingReport): readonly string[] => {
  const [organisation = 'Comités consultatifs de sécurité'] = facilitators.flatMap(
    (one) => one.organisation ?? [],
  );
  return [organisation, unitName].map(typeset);
};

const factsOf = (report: TrainingReport): readonly Fact[] => {
  const days = [...report.days].sort();
  const [from = '', to = from] = [days[0], days.at(-1)];
  const filedOn = report.filed?.filedOn;
  return [
    { label: 'Période', value: daysInFrench(from, to) },
    { label: 'Lieu', value: typeset(report.unitName) },
    { label: 'Thèmes', value: typeset(themesOf(report)) },
    { label: 'Déposé le', value: filedOn === undefined ? 'Non déposé' : dayInFrench(filedOn) },
  ];
};

/** Enough of a digest to compare two copies by. */
const fingerprintOf = ({ filed }: TrainingReport): string | null =>
  filed === null ? null : `Empreinte ${filed.fingerprint.slice(0, 16)}`;

/** The report of a training in its usual sections, numbered as they come. */
export const trainingReportOf = (report: TrainingReport, createdAt: string): PrintedDocument => {
  const title = typeset(titleOf(report));
  return {
    ...{ title: `Rapport de formation – ${title}`, language: 'fr', createdAt, orientation: 'portrait' },
    blocks: [
      {
        ...{ kind: 'title', issuer: issuerOf(report), state: [...STATE_LINES] },
        ...{ title: 'RAPPORT DE FORMATION', subtitle: title, code: null, facts: factsOf(report) },
      },
      ...reportSections(report),
    ],
    footer: {
      text: `Rapport de formation – ${title}`,
      fingerprint: fingerprintOf(report),
      page: PAGE_WORDS,
    },
  };
};
