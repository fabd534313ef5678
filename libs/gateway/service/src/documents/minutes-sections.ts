import type { Block } from '@benkan/documents';
import { bandsTable, corpsSentence, idiom } from './headcount';
import type { Minutes, Recommended } from './minutes';
import { dayInFrench, several, typeset } from './typography';
import { addresseeWords, capacityWords } from './words';

type Section = (minutes: Minutes) => readonly Block[];

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: typeset(text) });
const NOTHING = paragraph('Néant.');
const orNothing = (blocks: readonly Block[]): readonly Block[] => (blocks.length === 0 ? [NOTHING] : blocks);
const list = (items: readonly string[], ordered = false): readonly Block[] =>
  items.length === 0 ? [NOTHING] : [{ kind: 'list', items: items.map(typeset), ordered }];

const presidency: Section = ({ presiding: { capacity, name }, secretary }) => [
  {
    kind: 'facts',
    columns: 2,
    facts: [
      {
        label: 'Présidence',
        value: name === null ? capacityWords[capacity] : `${name}, ${capacityWords[capacity]}`,
      },
      { label: 'Secrétariat de séance', value: secretary ?? 'Non renseigné' },
    ],
  },
];

const attendance: Section = ({ present, excused, absent, represented, bands, corps, quorum }) => [
  paragraph(
    `Présents : ${idiom(present)}. ${several(excused, 'excusé', 'excusés')}, ${several(represented, 'représenté', 'représentés')}, ${several(absent, 'absent', 'absents')}.`,
  ),
  ...(quorum === null ? [] : [paragraph(quorum)]),
  ...(bands.length === 0 ? [] : [bandsTable(bands)]),
  ...(corps.length === 0 ? [] : [paragraph(`Corps représentés : ${corpsSentence(corps)}.`)]),
];

const followUp: Section = ({ followUp: items }) =>
  items.length === 0
    ? [NOTHING]
    : [
        {
          kind: 'table',
          columns: [
            { label: 'N°', share: 2 },
            { label: 'Recommandation', share: 7 },
            { label: 'Destinataire', share: 4 },
            { label: 'Suite donnée', share: 4 },
          ],
          rows: items.map(({ number, text, addressee, state }) => [
            ...[number, typeset(text), typeset(addressee), typeset(state)],
          ]),
        },
      ];

const exchanges: Section = ({ exchanges: items }) =>
  orNothing(
    items.flatMap(({ item, text }): readonly Block[] => [
      { kind: 'heading', level: 2, text: typeset(item) },
      ...text
        .split(/\n+/)
        .filter((part) => part.trim() !== '')
        .map(paragraph),
    ]),
  );

const toWhom = ({ addresseeType, addressee }: Recommended): string =>
  addressee === null ? addresseeWords[addresseeType] : typeset(addressee);

const recommendations: Section = ({ recommendations: items }) =>
  items.length === 0
    ? [NOTHING]
    : [
        {
          kind: 'table',
          columns: [
            { label: 'N°', share: 2 },
            { label: 'Recommandation', share: 7 },
            { label: 'Destinataire', share: 4 },
            { label: 'Responsable', share: 3.5 },
            { label: 'Échéance', share: 3 },
          ],
          rows: items.map((item) => [
            ...[item.number, typeset(item.text), toWhom(item), typeset(item.responsible ?? '–')],
            item.dueOn === null ? '–' : dayInFrench(item.dueOn),
          ]),
        },
      ];

const next: Section = ({ next: { on, place } }) => [
  paragraph(
    on === null ? 'Date à fixer.' : `Le ${dayInFrench(on)}${place === null ? '' : `, ${typeset(place)}`}.`,
  ),
];

const signatures: Section = ({ presiding, secretary, errata }) => [
  ...errata.map(({ on, text }) => paragraph(`Erratum du ${dayInFrench(on)} : ${text}`)),
  {
    kind: 'signatures',
    boxes: [
      { role: 'Le président de séance', name: presiding.name },
      { role: 'Le secrétaire de séance', name: secretary },
    ],
  },
];

const SECTIONS: readonly (readonly [heading: string, section: Section])[] = [
  ['Présidence et secrétariat de séance', presidency],
  ['Présents, excusés, absents', attendance],
  ['Ordre du jour', ({ agenda }) => list(agenda, true)],
  ['Suivi des recommandations précédentes', followUp],
  ['Situation sécuritaire', ({ situation }) => list(situation)],
  ['Échanges par point', exchanges],
  ['Recommandations', recommendations],
  ['Divers', ({ other }) => list(other)],
  ['Prochaine réunion', next],
  ['Signatures', signatures],
];

/** The ten sections below the head, each with its number; one without content says so. */
export const sectionsOf = (minutes: Minutes): readonly Block[] =>
  SECTIONS.flatMap(([heading, section], index): readonly Block[] => [
    { kind: 'heading', level: 1, text: `${index + 1}. ${heading}` },
    ...section(minutes),
  ]);
