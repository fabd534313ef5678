/** Who pays. OTHER carries a name, which the vault keeps. */
export const DONORS = [
  'EUCAP_SAHEL_MALI',
  'UNDP',
  'DCAF',
  'PBF',
  'NL_EMBASSY',
  'UN_WOMEN',
  'STATE',
  'OTHER',
] as const;

type Name = { readonly fr: string; readonly en: string };

const NAMES: Readonly<Record<(typeof DONORS)[number], Name>> = {
  EUCAP_SAHEL_MALI: { fr: 'EUCAP Sahel Mali', en: 'EUCAP Sahel Mali' },
  UNDP: {
    fr: 'Programme des Nations unies pour le développement (PNUD)',
    en: 'United Nations Development Programme (UNDP)',
  },
  DCAF: {
    fr: 'DCAF, Centre pour la gouvernance du secteur de la sécurité, Genève',
    en: 'DCAF, Geneva Centre for Security Sector Governance',
  },
  PBF: {
    fr: 'Fonds des Nations unies pour la consolidation de la paix (PBF)',
    en: 'United Nations Peacebuilding Fund (PBF)',
  },
  NL_EMBASSY: {
    fr: 'Ambassade du Royaume des Pays-Bas',
    en: 'Embassy of the Kingdom of the Netherlands',
  },
  UN_WOMEN: { fr: 'ONU Femmes', en: 'UN Women' },
  STATE: { fr: 'État du Mali', en: 'State of Mali' },
  OTHER: { fr: 'Autre, à nommer', en: 'Other, to be named' },
};

/** Each donor with its names. */
export const donors = DONORS.map((donor) => ({ donor, name: NAMES[donor] }));
