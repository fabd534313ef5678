/** Policy markers a project may bear, in the order of their IATI codes. */
export const POLICY_MARKERS = [
  'GENDER_EQUALITY',
  'ENVIRONMENT',
  'PARTICIPATORY_GOVERNANCE',
  'CLIMATE_ADAPTATION',
  'DISASTER_RISK_REDUCTION',
  'DISABILITY',
] as const;

type Marker = { readonly iati: string; readonly name: { readonly fr: string; readonly en: string } };

const MARKERS: Readonly<Record<(typeof POLICY_MARKERS)[number], Marker>> = {
  GENDER_EQUALITY: { iati: '1', name: { fr: 'Égalité des genres', en: 'Gender equality' } },
  ENVIRONMENT: { iati: '2', name: { fr: 'Aide à l’environnement', en: 'Aid to environment' } },
  PARTICIPATORY_GOVERNANCE: {
    iati: '3',
    name: {
      fr: 'Développement participatif et bonne gouvernance',
      en: 'Participatory development and good governance',
    },
  },
  CLIMATE_ADAPTATION: {
    iati: '7',
    name: {
      fr: 'Adaptation aux changements climatiques (Convention-cadre des Nations unies)',
      en: 'Climate change adaptation (United Nations Framework Convention)',
    },
  },
  DISASTER_RISK_REDUCTION: {
    iati: '10',
    name: { fr: 'Réduction des risques de catastrophe', en: 'Disaster risk reduction' },
  },
  DISABILITY: { iati: '11', name: { fr: 'Handicap', en: 'Disability' } },
};

/** Each marker with its code in the IATI list and its names. */
export const policyMarkers = POLICY_MARKERS.map((marker) => ({ marker, ...MARKERS[marker] }));

/** Where codes and labels come from. */
export const POLICY_MARKERS_SOURCE = {
  name: 'IATI codelists PolicyMarker and PolicySignificance (OECD DAC policy markers)',
  url: 'https://github.com/IATI/IATI-Codelists-NonEmbedded/blob/5f6d57cd5e29f0e2b840e43fa502887c5bee3bad/xml/PolicyMarker.xml',
};
