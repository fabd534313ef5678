import type { Cell, Table } from '@benkan/spreadsheet';
import { meetingCode, type AttendanceSheet, type ExpectedMember } from './attendance-sheet';
import { ageWords, capacityWords, meetingKindWords, qualityWords, sexWords, structureWords } from './words';

const GUEST_LINES = 10;

const dayFirst = (day: string): string => day.split('-').reverse().join('/');

/** The head of a sheet, as an import reads it back: commune, day, kind, presidency and agenda. */
const aboveOf = (sheet: AttendanceSheet): Table['above'] => {
  const { committee, commune, communeCode, meetingKind, on, presidingCapacity, agenda, meetingId } = sheet;
  const presiding = presidingCapacity === null ? '' : capacityWords[presidingCapacity];
  return [
    [`Réunion ${meetingKindWords[meetingKind]} – ${committee} – ${commune}`],
    [`Date : ${dayFirst(on)}`, null, null, `Code commune : ${communeCode ?? ''}`],
    [`Code de la réunion : ${meetingCode(meetingId)}`],
    ...(presiding === '' ? [] : [[`Présidence : ${presiding}`]]),
    ...(agenda.length === 0 ? [] : [[`Ordre du jour : ${agenda.join(' ; ')}`]]),
    [],
  ];
};

type Filling = readonly [header: string, of: (member: ExpectedMember) => Cell];

const structureOf = ({ structure, structureKind }: ExpectedMember): Cell =>
  structure ?? (structureKind === null ? null : structureWords[structureKind]);

const COLUMNS: readonly Filling[] = [
  ['Code', ({ code }) => code],
  ['Prénom(s)', ({ firstNames, erased }) => (erased ? 'retiré' : firstNames)],
  ['Nom', ({ lastName, erased }) => (erased ? 'retiré' : lastName)],
  ['Sexe', ({ sex }) => sexWords[sex]],
  ['Tranche d’âge', ({ ageBand }) => ageWords[ageBand]],
  ['Structure', structureOf],
  ['Quartier', ({ neighbourhood }) => neighbourhood],
  ['Fonction', ({ seat }) => seat],
  ['Contact', ({ phone }) => phone],
  ['Qualité', ({ quality }) => qualityWords[quality]],
];

/** Filled with X or a word (présent, excusé, absent, représenté); left blank, nobody signed. */
const SIGNATURE = 'Émargement';

const listOf = (sheet: AttendanceSheet): Table => {
  const { members } = sheet;
  const rows = members.map((member, index) => [index + 1, ...COLUMNS.map(([, of]) => of(member)), null]);
  const guests = Array.from({ length: GUEST_LINES }, (_, index): Cell[] => [members.length + index + 1]);
  return {
    name: 'Liste de présence',
    above: aboveOf(sheet) ?? [],
    header: ['N°', ...COLUMNS.map(([header]) => header), SIGNATURE],
    rows: [...rows, ...guests],
  };
};

/** One line of counts to fill, read back by an import of tallies. */
const countsOf = ({ communeCode, on, presidingCapacity, meetingId }: AttendanceSheet): Table => ({
  name: 'Fiche de comptage',
  above: [[`Code de la réunion : ${meetingCode(meetingId)}`], []],
  header: [
    ...['Date', 'Code commune', 'Présidence', 'Femmes', 'Hommes', 'Non renseigné'],
    ...['Jeunes', 'FSI', 'Membres'],
  ],
  rows: [[{ day: on }, communeCode, presidingCapacity === null ? null : capacityWords[presidingCapacity]]],
});

/** The sheet to fill in on a computer: what comes back is recognised as attendance, or as a tally. */
export const attendanceWorkbookOf = (sheet: AttendanceSheet): Table =>
  sheet.mode === 'TALLY' ? countsOf(sheet) : listOf(sheet);
