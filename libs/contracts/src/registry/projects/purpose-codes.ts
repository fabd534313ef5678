/**
 * DAC/CRS purpose codes a project may bear: those of categories 151 and 152 in use for governance, justice,
 * security and peace. Labels as in the IATI Sector codelist, which replicates the OECD DAC list.
 */
const LABELS = {
  '15110': [
    'Public sector policy and administrative management',
    'Politiques publiques et gestion administrative',
  ],
  '15112': [
    'Decentralisation and support to subnational government',
    'Décentralisation et soutien aux administrations infranationales',
  ],
  '15113': [
    'Anti-corruption organisations and institutions',
    'Organisations et institutions pour la lutte contre la corruption',
  ],
  '15127': ['National monitoring and evaluation', 'Suivi et évaluation au niveau national'],
  '15128': ['Local government finance', 'Financement des gouvernements locaux'],
  '15130': ['Legal and judicial development', 'Développement des services légaux et judiciaires'],
  '15131': [
    'Justice, law and order policy, planning and administration',
    'Développement et administration des politiques de justice et de maintien de l’ordre',
  ],
  '15132': ['Police', 'Police'],
  '15133': ['Fire and rescue services', 'Incendies et services de sauvetage'],
  '15134': ['Judicial affairs', 'Système judiciaire'],
  '15135': ['Ombudsman', 'Ombudsman'],
  '15136': ['Immigration', 'Immigration'],
  '15137': ['Prisons', 'Prisons'],
  '15150': ['Democratic participation and civil society', 'Participation démocratique et société civile'],
  '15151': ['Elections', 'Élections'],
  '15152': ['Legislatures and political parties', 'Assemblées législatives et partis politiques'],
  '15153': ['Media and free flow of information', 'Médias et liberté de l’information'],
  '15160': ['Human rights', 'Droits de la personne'],
  '15170': [
    'Women’s rights organisations and movements, and government institutions',
    'Organisations et mouvements de défense des droits des femmes et institutions gouvernementales',
  ],
  '15180': [
    'Ending violence against women and girls',
    'Élimination de la violence à l’égard des femmes et des filles',
  ],
  '15185': ['Local government administration', 'Administration publique locale'],
  '15190': [
    'Facilitation of orderly, safe, regular and responsible migration and mobility',
    'Faciliter la migration et la mobilité de façon ordonnée, sans danger, régulière et responsable',
  ],
  '15196': [
    'Government and civil society statistics and data',
    'Statistiques et données du gouvernement et de la société civile',
  ],
  '15210': ['Security system management and reform', 'Gestion et réforme des systèmes de sécurité'],
  '15220': [
    'Civilian peace-building, conflict prevention and resolution',
    'Dispositifs civils de construction de la paix, et de prévention et de règlement des conflits',
  ],
  '15230': [
    'Participation in international peacekeeping operations',
    'Participation à des opérations internationales de maintien de la paix',
  ],
  '15240': [
    'Reintegration and SALW control',
    'Réintégration et contrôle des armes légères et de petit calibre',
  ],
  '15250': [
    'Removal of land mines and explosive remnants of war',
    'Enlèvement des mines terrestres et restes explosifs de guerre',
  ],
  '15261': [
    'Child soldiers (prevention and demobilisation)',
    'Enfants soldats (prévention et démobilisation)',
  ],
} as const;

type Code = keyof typeof LABELS;

export const PURPOSE_CODES = Object.keys(LABELS) as [Code, ...Code[]];

/** Each code with its DAC category and its labels. */
export const purposeCodes = PURPOSE_CODES.map((code) => {
  const [en, fr] = LABELS[code];
  return { code, category: code.slice(0, 3), name: { fr, en } };
});

/** Where codes and labels come from. */
export const PURPOSE_CODES_SOURCE = {
  name: 'IATI codelist Sector (OECD DAC CRS purpose codes, 5 digits)',
  url: 'https://github.com/IATI/IATI-Codelists-NonEmbedded/blob/01cbd84723c577f48b0ee0f0122bacc23f2795fa/xml/Sector.xml',
};
