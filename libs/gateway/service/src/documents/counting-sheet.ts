import { AGE_BANDS } from '@benkan/contracts';
import type { Block } from '@benkan/documents';
import { bandWords } from './words';

const COUNTED = ['Femmes', 'Hommes', 'Non renseigné', 'Total'] as const;

/** Sticks of five, then the number: how people count at a door. */
const CATEGORIES = [
  'Membres du comité',
  'Jeunes',
  'Forces de sécurité intérieure (police, gendarmerie, garde nationale)',
] as const;

/** Tables to count people in, by sex and age band, and the categories that overlap with them. */
export const countingBlocks = (): readonly Block[] => [
  { kind: 'heading', level: 1, text: 'Présents par sexe et tranche d’âge' },
  {
    kind: 'table',
    columns: [
      { label: 'Tranche d’âge', share: 3 },
      ...COUNTED.map((label) => ({ label, share: 3, align: 'right' as const })),
    ],
    rows: [...AGE_BANDS.map((band) => [bandWords(band)]), ['Total']],
    rowHeight: 9,
  },
  { kind: 'heading', level: 1, text: 'Dont' },
  {
    kind: 'table',
    columns: [
      { label: 'Catégorie (une personne peut compter dans plusieurs)', share: 6 },
      { label: 'Décompte', share: 6 },
      { label: 'Nombre', share: 3, align: 'right' },
    ],
    rows: CATEGORIES.map((category) => [category]),
    rowHeight: 11,
  },
];
