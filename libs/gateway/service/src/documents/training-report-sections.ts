import type { Block } from '@benkan/documents';
import { bandsTable, idiom, sharesTable } from './headcount';
import type { TrainingReport } from './training-report';
import { count, dayInFrench, decimal, percent, typeset } from './typography';
import { structureWords } from './words';

type Section = (report: TrainingReport) => readonly Block[];

const paragraphs = (text: string | null): readonly Block[] =>
  (text ?? '')
    .split(/\n+/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', text: typeset(part) }));

const list = (items: readonly string[]): readonly Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items: items.map(typeset) }];

const right = (label: string, share: number) => ({ label, share, align: 'right' as const });

const course: Section = ({ methodology, facilitators, days }) => [
  ...paragraphs(methodology),
  ...(facilitators.length === 0
    ? []
    : [
        { kind: 'heading' as const, level: 2 as const, text: 'Facilitation' },
        ...list(facilitators.map(({ name, role }) => `${name}, ${role}`)),
      ]),
  ...(days.length === 0
    ? []
    : [
        {
          kind: 'table' as const,
          columns: [
            { label: 'Journée', share: 4 },
            ...['Présents', 'Femmes', 'Jeunes', 'FSI'].map((label) => right(label, 2)),
          ],
          rows: days.map(({ on, count: { total, women, youth, fsi } }) => [
            dayInFrench(on),
            ...[total, women, youth, fsi].map(count),
          ]),
        },
      ]),
];

const people: Section = ({ participants, bands, structures }) => [
  ...(participants === null
    ? paragraphs('Personnes uniques : non disponible (comptage).')
    : [...paragraphs(`Participants : ${idiom(participants)}.`), sharesTable(participants)]),
  ...(bands.length === 0 ? [] : [bandsTable(bands)]),
  ...(structures.length === 0
    ? []
    : [
        {
          kind: 'table' as const,
          columns: [{ label: 'Structure', share: 6 }, right('Participants', 2)],
          rows: structures.map(({ corps, count: value }) => [structureWords[corps], count(value)]),
        },
      ]),
];

const tests: Section = ({ tests: found }) => {
  if (found === null) return [];
  const { paired, meanBefore, meanAfter, improved, outOf } = found;
  const score = (value: number) => `${decimal(value)}\u00a0/\u00a0${count(outOf)}`;
  return [
    {
      kind: 'facts',
      columns: 2,
      facts: [
        { label: 'Ont passé les deux tests', value: count(paired) },
        { label: 'Ont progressé', value: `${count(improved)} (${percent(improved, paired)})` },
        { label: 'Moyenne avant', value: score(meanBefore) },
        { label: 'Moyenne après', value: score(meanAfter) },
      ],
    },
  ];
};

const satisfaction: Section = ({ satisfaction: asked }) =>
  asked.length === 0
    ? []
    : [
        {
          kind: 'table',
          columns: [
            { label: 'Question', share: 7 },
            right('Satisfaits ou très satisfaits', 3),
            right('Réponses', 2),
            right('Part', 2),
          ],
          rows: asked.map(({ question, topTwo, answers }) => [
            ...[typeset(question), count(topTwo), count(answers), percent(topTwo, answers)],
          ]),
        },
      ];

const annex: Section = ({ attendees }) =>
  attendees === null || attendees.length === 0
    ? []
    : [
        {
          kind: 'table',
          columns: [
            { label: 'N°', share: 1, align: 'center' },
            { label: 'Prénom(s) & Nom', share: 5 },
            { label: 'Structure', share: 5 },
            right('Jours', 1.5),
          ],
          rows: attendees.map(({ name, structure, days }, index) => [
            ...[count(index + 1), name, typeset(structure), count(days)],
          ]),
        },
      ];

const SECTIONS: readonly (readonly [heading: string, section: Section])[] = [
  ['Contexte et justification', ({ context }) => paragraphs(context)],
  ['Objectif général', ({ generalObjective }) => paragraphs(generalObjective)],
  ['Objectifs spécifiques', ({ specificObjectives }) => list(specificObjectives)],
  ['Résultats attendus', ({ expectedResults }) => list(expectedResults)],
  ['Déroulement', course],
  ['Participants', people],
  ['Tests avant et après la formation', tests],
  ['Satisfaction', satisfaction],
  ['Difficultés rencontrées', ({ difficulties }) => list(difficulties)],
  ['Recommandations', ({ recommendations }) => list(recommendations)],
  ['Conclusion', ({ conclusion }) => paragraphs(conclusion)],
  ['Annexe : liste des participants', annex],
];

/** The sections that have something to say, numbered in their order. */
export const reportSections = (report: TrainingReport): readonly Block[] =>
  SECTIONS.map(([heading, section]) => [heading, section(report)] as const)
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([heading, blocks], index): readonly Block[] => [
      { kind: 'heading', level: 1, text: typeset(`${index + 1}. ${heading}`) },
      ...blocks,
    ]);
