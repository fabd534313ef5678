import type { CommitteeTemplate, TemplateSeat } from './template';

const exOfficio = { basis: 'EX_OFFICIO', alternatesAllowed: true } as const;
const designated = { basis: 'DESIGNATED', alternatesAllowed: true } as const;

const several = (
  count: number,
  key: string,
  label: string,
  seat: Omit<TemplateSeat, 'key' | 'label'>,
): readonly TemplateSeat[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `${key}-${index + 1}`,
    label: `${label} (${index + 1})`,
    ...seat,
  }));

const corps = (key: string, name: string, category: TemplateSeat['category']): readonly TemplateSeat[] => [
  { key: `${key}-chef`, label: `${name} : chef d’unité`, category, ...exOfficio },
  { key: `${key}-membre`, label: `${name} : membre désigné`, category, ...designated },
];

/**
 * The 22 members observed at Diré (Tombouctou, UNDP 2023), beside the president; the article of the décret on communal
 * composition could not be read, so it is a proposal to be revised, never a rule.
 */
export const COMMUNE_22: CommitteeTemplate = {
  template: 'COMMUNE_22',
  level: 'COMMUNE',
  seats: [
    { key: 'conseil-cercle', label: 'Président du Conseil de cercle', category: 'AUTRE', ...exOfficio },
    ...several(2, 'adjoint', 'Adjoint au maire', { category: 'EXECUTIF_COMMUNAL', ...exOfficio }),
    {
      ...{ key: 'protocole', label: 'Chargé de protocole du maire', category: 'EXECUTIF_COMMUNAL' },
      ...exOfficio,
    },
    ...several(4, 'quartier', 'Chef de quartier', { category: 'LEGITIMITE_TRADITIONNELLE', ...exOfficio }),
    ...several(2, 'osc', 'Organisation de la société civile', { category: 'SOCIETE_CIVILE', ...designated }),
    ...several(2, 'confession', 'Confession religieuse', { category: 'LEADER_RELIGIEUX', ...designated }),
    ...several(2, 'jeunes', 'Conseil communal de la jeunesse', { category: 'ORG_JEUNES', ...designated }),
    ...several(2, 'cafo', 'CAFO : associations féminines', { category: 'ORG_FEMMES', ...designated }),
    ...corps('police', 'Police nationale', 'POLICE'),
    ...corps('gendarmerie', 'Gendarmerie nationale', 'GENDARMERIE'),
    ...corps('garde', 'Garde nationale', 'GARDE_NATIONALE'),
  ],
};
