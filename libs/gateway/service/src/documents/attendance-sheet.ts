import type { z } from 'zod';
import type { getAttendanceSheet } from '@benkan/contracts/meetings';
import type { Column, Fact, PrintedDocument, TableBlock, TitleBlock } from '@benkan/documents';
import { countingBlocks } from './counting-sheet';
import { dayInFrench, typeset } from './typography';
import { PAGE_WORDS, ageWords, meetingKindWords, qualityWords, sexWords, structureWords } from './words';

export type AttendanceSheet = z.output<typeof getAttendanceSheet.response>;
export type ExpectedMember = AttendanceSheet['members'][number];

/** Lines for those who came without being expected. */
const GUEST_LINES = 10;

/** What the code of a sheet holds: no address, so that it opens nothing. */
export const meetingCode = (meetingId: string): string => `benkan:meeting:${meetingId}`;

/** Destroyed names are said to be, never guessed. */
export const nameOf = ({ firstNames, lastName, erased }: ExpectedMember): string =>
  erased ? 'retiré' : [firstNames, lastName].filter((part) => part !== null).join(' ');

const originOf = ({ structure, structureKind, neighbourhood }: ExpectedMember): string => {
  const kind = structureKind === null ? '' : structureWords[structureKind];
  return [structure ?? kind, neighbourhood].filter((part) => part !== null && part !== '').join(', ');
};

type Cell = { readonly column: Column; readonly of: (member: ExpectedMember) => string };

const cell = (label: string, share: number, of: Cell['of'], align: Column['align'] = 'left'): Cell => ({
  column: { label, share, align },
  of,
});

const ORDINAL = cell('N°', 8, () => '', 'center');
const CODE = cell('Code', 21, ({ code }) => code ?? '');
const NAME = cell('Prénom(s) & Nom', 46, nameOf);
const TRAITS = [
  cell('Fonction', 38, ({ seat }) => typeset(seat ?? '')),
  cell('Sexe', 11, ({ sex }) => sexWords[sex], 'center'),
  cell('Tranche d’âge', 17, ({ ageBand }) => ageWords[ageBand], 'center'),
];
const CONTACT = cell('Contact', 24, ({ phone }) => phone ?? '');
const QUALITY = cell('Qualité', 19, ({ quality }) => qualityWords[quality]);
const SIGNATURE = cell('Émargement', 37, () => '');

const TICKED = cell('Présence (cocher)', 40, () => '');
const REMARK = cell('Excusé ou représenté', 60, () => '');
const ORIGIN = cell('Structure / Quartier', 46, originOf);

const cellsOf = ({ mode }: AttendanceSheet): readonly Cell[] =>
  mode === 'PSEUDONYMOUS'
    ? [ORDINAL, CODE, QUALITY, TICKED, REMARK]
    : [ORDINAL, CODE, NAME, ORIGIN, ...TRAITS, CONTACT, QUALITY, SIGNATURE];

const linesOf = (sheet: AttendanceSheet): TableBlock => {
  const cells = cellsOf(sheet);
  const members = sheet.members.map((member, index) => [
    String(index + 1),
    ...cells.slice(1).map(({ of }) => of(member)),
  ]);
  const guests = Array.from({ length: GUEST_LINES }, (_, index) => [String(members.length + index + 1)]);
  return {
    kind: 'table',
    columns: cells.map(({ column }) => column),
    rows: [...members, ...guests],
    rowHeight: 8,
    size: 'small',
  };
};

const factsOf = ({ on, place, commune, communeCode }: AttendanceSheet): readonly Fact[] => [
  { label: 'Date', value: dayInFrench(on) },
  { label: 'Heure de début', value: null },
  { label: 'Lieu', value: place === null ? null : typeset(place) },
  { label: 'Commune', value: communeCode === null ? commune : `${commune} (${communeCode})` },
];

const titleOf = (sheet: AttendanceSheet): TitleBlock => ({
  kind: 'title',
  issuer: [typeset(sheet.committee), sheet.commune],
  state: [],
  title: sheet.mode === 'TALLY' ? 'FICHE DE COMPTAGE' : 'LISTE DE PRÉSENCE',
  subtitle: `Réunion ${meetingKindWords[sheet.meetingKind]}`,
  facts: factsOf(sheet),
  code: { value: meetingCode(sheet.meetingId), caption: 'Code de la réunion' },
});

const NOTE: Readonly<Record<AttendanceSheet['mode'], string>> = {
  NOMINATIVE:
    'Signer dans la colonne Émargement. Les dix dernières lignes sont pour les personnes non attendues : invité, observateur ou facilitateur.',
  PSEUDONYMOUS:
    'Comité protégé : aucun nom sur cette feuille. Cocher la ligne du code ; ne rien écrire d’autre.',
  TALLY: 'Comité protégé : compter les personnes, n’écrire aucun nom, ne faire signer personne.',
};

/** A line a person expected, room to sign, ten lines for guests; only counts where nobody may be named. */
export const attendanceSheetOf = (sheet: AttendanceSheet, createdAt: string): PrintedDocument => {
  const tally = sheet.mode === 'TALLY';
  const about = `${sheet.committee}, réunion ${meetingKindWords[sheet.meetingKind]} du ${dayInFrench(sheet.on)}`;
  return {
    ...{ title: `Liste de présence – ${about}`, language: 'fr', createdAt },
    orientation: sheet.mode === 'NOMINATIVE' ? 'landscape' : 'portrait',
    blocks: [
      titleOf(sheet),
      { kind: 'paragraph', text: typeset(NOTE[sheet.mode]), style: 'note' },
      ...(tally ? countingBlocks() : [linesOf(sheet)]),
      {
        kind: 'signatures',
        boxes: [
          { role: 'Le président de séance', name: null },
          { role: 'Le secrétaire de séance', name: null },
        ],
      },
    ],
    footer: { text: typeset(about), fingerprint: null, page: PAGE_WORDS },
  };
};
