import type { RowReport } from '@benkan/contracts/imports';
import type { Difference } from '@benkan/kernel';
import type { Done, Trouble } from '../kinds/step';
import { hintFor } from './hints';

type RowProblem = RowReport['problems'][number];

const COLUMNS: Readonly<Record<string, string>> = {
  code: 'Code',
  firstNames: 'Prénom(s)',
  lastName: 'Nom',
  sex: 'Sexe',
  ageBand: 'Tranche d’âge',
  structure: 'Structure',
  structureKind: 'Structure',
  corps: 'Structure',
  neighbourhood: 'Quartier',
  phone: 'Contact',
  status: 'Statut',
  quality: 'Qualité',
  pre: 'Pré-test',
  post: 'Post-test',
  max: 'Barème',
  agenda: 'Ordre du jour',
  presidingCapacity: 'Présidence',
  themes: 'Thèmes',
  title: 'Titre',
  template: 'Modèle',
  legalAct: 'Acte',
  installedOn: 'Date d’installation',
  frequency: 'Fréquence',
  kind: 'Type',
  category: 'Catégorie',
  influence: 'Influence',
  interest: 'Intérêt',
  seatOnCommittee: 'Siège au CCS',
  excludedGroup: 'Groupe exclu',
  inclusionStrategy: 'Stratégie d’inclusion',
};

const columnOf = ({ column, differences = [], by }: Trouble): string | null => {
  if (column !== null) return column;
  const field = differences[0]?.field;
  if (field === undefined) return null;
  if (field === 'status' && by === 'training.record-attendance') return 'Émargement';
  return COLUMNS[field] ?? field;
};

const asText = (value: Difference['given']): string | null => (value === null ? null : String(value));

export const problemOf = (trouble: Trouble): RowProblem => {
  const { code, value, differences, by } = trouble;
  return {
    code,
    column: columnOf(trouble),
    value: value ?? asText(differences?.[0]?.given ?? null),
    hint: hintFor(code, by),
    ...(differences === undefined ? {} : { differences: [...differences] }),
  };
};

const WARNINGS = new Set(['unknown-structure', 'unknown-theme', 'assumed-maximum', 'strategy-without-group']);

/** What became of a row whose commands were said. */
export const reportOf = (
  line: number,
  { changed, troubles }: Done,
  warnings: readonly Trouble[],
): RowReport => {
  const refused = troubles.some(({ code }) => !WARNINGS.has(code));
  const outcome = refused ? 'refused' : changed ? 'accepted' : 'unchanged';
  return { line, outcome, problems: [...troubles, ...warnings].map(problemOf) };
};

/** A row nothing was said of. */
export const unsaid = (
  line: number,
  outcome: 'refused' | 'warning',
  troubles: readonly Trouble[],
): RowReport => ({
  line,
  outcome,
  problems: troubles.map(problemOf),
});
