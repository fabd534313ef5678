import { fold } from '../text';

/** A column a kind of sheet may have: how its header reads in French or English, folded, and what to call it in reports. */
export type ColumnSpec = {
  readonly key: string;
  readonly label: string;
  readonly reads: RegExp;
  readonly required: boolean;
};

export const column = (key: string, label: string, reads: RegExp): ColumnSpec => ({
  key,
  label,
  reads,
  required: true,
});

export const optional = (spec: ColumnSpec): ColumnSpec => ({ ...spec, required: false });

/** « Prénom(s) » and « prenoms » are the same header. */
export const foldLabel = (label: string): string => fold(label.replace(/\((?:s|e|es|x)\)/gi, ''));

const COMMUNE = /^((p ?)?code (de la )?commune|code pcode|pcode|commune ?code|commune)$/;

export const columns = {
  ordinal: optional(column('ordinal', 'N°', /^(n|no|nr|num|numero|n d ordre|numero d ordre|ordre|rang)$/)),
  communeCode: column('communeCode', 'Code commune', COMMUNE),
  code: optional(
    column(
      'code',
      'Code',
      /^(code|(code|identifiant|id) (du |de la )?participante?|participant (code|id)|identifiant|id)$/,
    ),
  ),
  firstNames: column('firstNames', 'Prénom(s)', /^(prenoms?|first names?|given names?|forenames?)$/),
  lastName: column('lastName', 'Nom', /^(noms?|noms? de famille|last names?|family names?|surnames?)$/),
  sex: column('sex', 'Sexe', /^(sexe|sex|genre|gender)( (h f|f h|f m|m f))?$|^(h f|f h|m f|f m)$/),
  ageBand: column(
    'ageBand',
    'Tranche d’âge',
    /^(tranches? (d )?ages?|ages?|classe d age|groupe d age|age (group|band|range|bracket)s?)$/,
  ),
  structure: column(
    'structure',
    'Structure',
    /^((structure|organisation|organization|institution)s?|structure( ou | )organisation|(structure|organisation) (d origine|d appartenance|representee))$/,
  ),
  neighbourhood: optional(
    column('neighbourhood', 'Quartier', /^(quartiers?|quartier( ou | )village|neighbou?rhoods?|localite)$/),
  ),
  phone: optional(
    column(
      'phone',
      'Contact',
      /^(contacts?|tel|telephones?|n (de )?(tel|telephone)|numero (de )?(tel|telephone)|phones?|phone number|mobile)$/,
    ),
  ),
  pre: optional(
    column('pre', 'Pré-test', /^(note )?(pre ?tests?|test (avant|initial))( (note|score))?( (sur )?\d+)?$/),
  ),
  post: optional(
    column('post', 'Post-test', /^(note )?(post ?tests?|test (apres|final))( (note|score))?( (sur )?\d+)?$/),
  ),
  quality: column('quality', 'Qualité', /^(qualites?|en qualite de|capacity|quality|attends as)$/),
  status: column(
    'status',
    'Statut',
    /^(statuts?|status|statut de presence|presence|attendance|emargements?|signatures?)$/,
  ),
  date: column('date', 'Date', /^(date|date (de la |de )?reunion|meeting date|date of (the )?meeting)$/),
  presiding: column(
    'presiding',
    'Présidence',
    /^(presidence|preside par|presidee par|chair|presidency|presiding capacity|chaired by)$/,
  ),
  women: column('women', 'Femmes', /^(femmes|nombre de femmes|nb femmes|women|female)$/),
  men: column('men', 'Hommes', /^(hommes|nombre d hommes|nb hommes|men|male)$/),
  notReported: column(
    'notReported',
    'Non renseigné',
    /^(non renseignes?|nr|sexe non renseigne|not reported)$/,
  ),
  youth: column('youth', 'Jeunes', /^(jeunes|dont jeunes|youth|young people)$/),
  fsi: column('fsi', 'FSI', /^(fsi|dont fsi|isf|forces de securite( interieure)?)$/),
  members: column('members', 'Membres', /^(membres|dont membres|members)$/),
  total: optional(
    column('total', 'Total', /^(total|ensemble|total (des )?(presents|participants)|participants|presents)$/),
  ),
  number: column(
    'number',
    'Numéro',
    /^(numero|n|no|number|reference|ref|numero (de la )?recommandation|n (de la )?recommandation)$/,
  ),
  theme: column('theme', 'Thème', /^(themes?|thematique|topic)$/),
  addresseeType: column(
    'addresseeType',
    'Type de destinataire',
    /^(type (de )?destinataire|addressee type|type of addressee)$/,
  ),
  addressee: column('addressee', 'Destinataire', /^(destinataires?|addressees?)$/),
  dueOn: optional(column('dueOn', 'Échéance', /^(echeance|date d echeance|due( on| date)?|deadline)$/)),
  recommendationStatus: column('status', 'Statut', /^(statuts?|status|etat|etat d avancement)$/),
  statusOn: optional(
    column('statusOn', 'Date du statut', /^(date (du )?statut|status (on|date)|date of status)$/),
  ),
  evidence: optional(
    column(
      'evidence',
      'Référence de la preuve',
      /^(reference (de la )?preuve|preuves?|evidence( reference)?)$/,
    ),
  ),
  claimedBy: optional(column('claimedBy', 'Déclaré par', /^(declaree? par|claimed by|declared by)$/)),
  verifiedBy: optional(column('verifiedBy', 'Vérifié par', /^(verifiee? par|verified by)$/)),
  name: column('name', 'Nom', /^(nom|nom (du )?(comite|ccs)|name|committee( name)?)$/),
  level: column('level', 'Niveau', /^(niveau|level)$/),
  legalAct: column('legalAct', 'Acte', /^(acte|acte (juridique|de creation)|legal act|texte|decret)$/),
  installedOn: optional(
    column(
      'installedOn',
      'Date d’installation',
      /^(date (d )?installation|installee? le|installed on|installation date)$/,
    ),
  ),
  frequency: optional(column('frequency', 'Fréquence', /^(frequence|periodicite|frequency)$/)),
  template: optional(
    column(
      'template',
      'Modèle',
      /^((modele|template)( (de )?(comite|composition))?|composition|(committee|seat) template)$/,
    ),
  ),
} as const satisfies Record<string, ColumnSpec>;
