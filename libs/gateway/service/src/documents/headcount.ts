import type { AGE_BANDS, STRUCTURE_KINDS } from '@benkan/contracts';
import type { Block } from '@benkan/documents';
import { count, percent } from './typography';
import { bandWords, structureWords } from './words';

type Band = (typeof AGE_BANDS)[number];

/** People counted; women, youth and internal security forces overlap with one another. */
export type Headcount = {
  readonly total: number;
  readonly women: number;
  readonly youth: number;
  readonly fsi: number;
};

export type BandCount = {
  readonly band: Band;
  readonly women: number;
  readonly men: number;
  readonly notReported: number;
};

export type CorpsCount = { readonly corps: (typeof STRUCTURE_KINDS)[number]; readonly count: number };

/** As partners write it: « 22 (6 F, 8 J, 5 FSI) ». */
export const idiom = ({ total, women, youth, fsi }: Headcount): string =>
  `${count(total)} (${count(women)}\u00a0F, ${count(youth)}\u00a0J, ${count(fsi)}\u00a0FSI)`;

/** The shares behind the idiom, each with its terms. */
export const sharesTable = ({ total, women, youth, fsi }: Headcount): Block => ({
  kind: 'table',
  columns: [
    { label: 'Catégorie (une personne peut compter dans plusieurs)', share: 6 },
    { label: 'Nombre', share: 2, align: 'right' },
    { label: 'Part', share: 2, align: 'right' },
  ],
  rows: [
    ...(
      [
        ['Femmes', women],
        ['Jeunes', youth],
        ['Forces de sécurité intérieure', fsi],
      ] as const
    ).map(([label, value]) => [label, count(value), percent(value, total)]),
    ['Ensemble', count(total), percent(total, total)],
  ],
});

const sum = (counts: readonly BandCount[], key: 'women' | 'men' | 'notReported'): number =>
  counts.reduce((total, one) => total + one[key], 0);

/** Sex by age band, with totals. */
export const bandsTable = (counts: readonly BandCount[]): Block => {
  const row = (label: string, { women, men, notReported }: Omit<BandCount, 'band'>) => [
    label,
    ...[women, men, notReported, women + men + notReported].map(count),
  ];
  const totals = {
    women: sum(counts, 'women'),
    men: sum(counts, 'men'),
    notReported: sum(counts, 'notReported'),
  };
  const bands = counts.map(({ band, ...each }) => row(bandWords(band), each));
  return {
    kind: 'table',
    columns: [
      { label: 'Tranche d’âge', share: 3 },
      ...['Femmes', 'Hommes', 'Non renseigné', 'Total'].map((label) => ({
        ...{ label, share: 2, align: 'right' as const },
      })),
    ],
    rows: [...bands, row('Total', totals)],
  };
};

/** Who wears which uniform: « Police nationale : 3 ; Gendarmerie : 1 ». */
export const corpsSentence = (counts: readonly CorpsCount[]): string =>
  counts.map(({ corps, count: value }) => `${structureWords[corps]} : ${count(value)}`).join(' ; ');
