import type { Block } from '@benkan/documents';
import { bandsTable, idiom, sharesTable } from './headcount';
import type { TrainingReport } from './training-report';
import { satisfactionWords } from './training-words';
import { count, dayInFrench, decimal, percent, typeset } from './typography';
import { structureWords } from './words';

type Section = (report: TrainingReport) => readonly Block[];

const linesOf = (text: string | null): readonly string[] =>
  (text ?? '').split(/\n+/).filter((part) => part.trim() !== '');

const paragraphs = (text: string | null): readonly Block[] =>
  linesOf(text).map((part) => ({ kind: 'paragraph', text: typeset(part) }));

/** A dash or a bullet typed at the head of a line is what the list prints itself. */
const list = (items: readonly string[]): readonly Block[] =>
  items.length === 0
    ? []
    : [{ kind: 'list', items: items.map((item) => typeset(item.replace(/^\s*[-–•*]\s+/u, ''))) }];

/** One line is a sentence, several are a list. */
const points = (text: string | null): readonly Block[] => {
  const lines = linesOf(text);
  return lines.length < 2 ? paragraphs(text) : list(lines);
};

const right = (label: string, share: number) => ({ label, share, align: 'right' as const });
const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });

const facilitation: Section = ({ facilitators }) =>
  facilitators.length === 0
    ? []
    : [
        heading('Facilitation'),
        ...list(
          facilitators.map(({ name, organisation }) =>
            organisation === null ? name : `${name}, ${organisation}`,
          ),
        ),
      ];

const days: Section = ({ attendanceByDay }) => [
  heading('Présences par jour'),
  {
    kind: 'table',
    columns: [
      { label: 'Journée', share: 4 },
      ...['Présents', 'Femmes', 'Jeunes', 'FSI'].map((label) => right(label, 2)),
    ],
    rows: attendanceByDay.map(({ day, present, women, youth, isf }) => [
      dayInFrench(day),
      ...[present, women, youth, isf].map(count),
    ]),
  },
];

const course: Section = (report) => [
  ...paragraphs(report.methodology),
  ...paragraphs(report.texts.course),
  ...facilitation(report),
  ...days(report),
];

const NOTE = 'Jeunes : de 15 à 35 ans. FSI : forces de sécurité intérieure.';

const people: Section = ({ participants }) => {
  const { total, completed, women, youth, isf, bands, byStructure } = participants;
  const people = { total, women, youth, fsi: isf };
  const structures = byStructure.filter(({ count: value }) => value > 0);
  const shown = bands.filter((one) => one.women + one.men + one.notReported > 0);
  return [
    ...paragraphs(`Participants : ${idiom(people)}. Ont suivi tous les jours : ${count(completed)}.`),
    { kind: 'paragraph', text: typeset(NOTE), style: 'note' },
    sharesTable(people),
    ...(shown.length === 0 ? [] : [heading('Par sexe et tranche d’âge'), bandsTable(shown)]),
    ...(structures.length === 0
      ? []
      : [
          heading('Par structure'),
          {
            kind: 'table' as const,
            columns: [{ label: 'Structure', share: 6 }, right('Participants', 2)],
            rows: structures.map(({ key, count: value }) => [structureWords[key], count(value)]),
          },
        ]),
  ];
};

/** What a paper is marked on, in reports. */
const OUT_OF = 20;

const tests: Section = ({ tests: { pairs, unpaired, meanBefore, meanAfter, improved } }) => {
  if (meanBefore === null || meanAfter === null) return [];
  const score = (share: number) => `${decimal(share * OUT_OF)}\u00a0/\u00a0${OUT_OF}`;
  return [
    {
      kind: 'facts',
      columns: 2,
      facts: [
        { label: 'Ont passé les deux tests', value: count(pairs) },
        { label: 'Ont progressé', value: `${count(improved)} (${percent(improved, pairs)})` },
        { label: 'Moyenne avant', value: score(meanBefore) },
        { label: 'Moyenne après', value: score(meanAfter) },
        { label: 'Un seul test, hors moyenne', value: count(unpaired) },
      ],
    },
  ];
};

const satisfaction: Section = ({ satisfaction: asked }) =>
  asked === null
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
          rows: asked.topTwo.map(({ question, numerator, denominator }) => [
            ...[satisfactionWords[question], count(numerator), count(denominator)],
            percent(numerator, denominator),
          ]),
        },
      ];

const certificates: Section = ({ certificates: { valid, withdrawn } }) =>
  valid + withdrawn === 0
    ? []
    : paragraphs(
        `En vigueur : ${count(valid)}${withdrawn === 0 ? '' : ` ; retirées : ${count(withdrawn)}`}.`,
      );

const attendees: Section = ({ people: named, namesShown }) =>
  !namesShown || named.length === 0
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
          rows: named.map(({ firstNames, lastName, structureKind, daysPresent }, index) => [
            count(index + 1),
            [firstNames, lastName].filter((part) => part !== null).join(' ') || 'Non communiqué',
            structureKind === null ? '' : structureWords[structureKind],
            count(daysPresent),
          ]),
        },
      ];

const SECTIONS: readonly (readonly [heading: string, section: Section])[] = [
  ['Contexte et justification', ({ texts }) => paragraphs(texts.context)],
  ['Objectif général', ({ texts }) => paragraphs(texts.generalObjective)],
  ['Objectifs spécifiques', ({ texts }) => points(texts.specificObjectives)],
  ['Résultats attendus', ({ expectedResults }) => points(expectedResults)],
  ['Déroulement', course],
  ['Participants', people],
  ['Tests avant et après la formation', tests],
  ['Satisfaction', satisfaction],
  ['Attestations de participation', certificates],
  ['Recommandations', ({ texts }) => points(texts.recommendations)],
  ['Annexes', ({ texts }) => paragraphs(texts.annexes)],
  ['Annexe : liste des participants', attendees],
];

/** The sections that have something to say, numbered in their order. */
export const reportSections = (report: TrainingReport): readonly Block[] =>
  SECTIONS.map(([title, section]) => [title, section(report)] as const)
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([title, blocks], index): readonly Block[] => [
      { kind: 'heading', level: 1, text: typeset(`${index + 1}. ${title}`) },
      ...blocks,
    ]);
