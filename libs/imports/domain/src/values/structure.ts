import type { Parse } from '../parsed';
import { fold, saysNothing, textOf } from '../text';

/** Where a participant comes from: the seat categories of facts 1.4. */
export type StructureKind =
  | 'EXECUTIF_COMMUNAL'
  | 'REPRESENTANT_ETAT'
  | 'POLICE'
  | 'GENDARMERIE'
  | 'GARDE_NATIONALE'
  | 'PROTECTION_CIVILE'
  | 'FORCES_ARMEES'
  | 'JUSTICE'
  | 'LEGITIMITE_TRADITIONNELLE'
  | 'LEADER_RELIGIEUX'
  | 'ORG_FEMMES'
  | 'ORG_JEUNES'
  | 'SOCIETE_CIVILE'
  | 'ONG'
  | 'CHASSEURS'
  | 'SERVICE_TECHNIQUE'
  | 'SECTEUR_PRIVE_TRANSPORT_COMMERCE'
  | 'MEDIAS'
  | 'SECURITE_PRIVEE'
  | 'AUTRE';

/** A corps is a body one serves in; an association around it is not. */
export type Corps = 'POLICE' | 'GENDARMERIE' | 'GARDE_NATIONALE' | 'PROTECTION_CIVILE' | 'FORCES_ARMEES';

export type Structure = {
  readonly text: string | null;
  readonly kind: StructureKind;
  readonly corps: Corps | null;
};

type Rules<T> = readonly (readonly [RegExp, T])[];

const AROUND_A_CORPS =
  /association|amicale|syndicat|mutuelle|epouse|veuve|conjoint|retrait|ancien|ecole|societe|entreprise|agence/;

const CORPS: Rules<Corps> = [
  [/\bgendarmerie\b|\bgendarmes?\b/, 'GENDARMERIE'],
  [/\bgarde nationale\b|^garde$|\bnational guard\b/, 'GARDE_NATIONALE'],
  [/\bprotection civile\b|\bsapeurs? pompiers?\b|\bcivil protection\b/, 'PROTECTION_CIVILE'],
  [/\bforces armees\b|\bfama\b|\barmee\b|\barmed forces\b/, 'FORCES_ARMEES'],
  [
    /^(police(?! municipale)|policiers?|policieres?|national police)\b|\bcommissariat\b|\bpolice nationale\b/,
    'POLICE',
  ],
];

// the first that matches; the particular stands before the general
const KINDS: Rules<StructureKind> = [
  [/\bsecurite privee\b|\bgardiennage\b|\bprivate security\b/, 'SECURITE_PRIVEE'],
  [/\bjustice\b|\btribunal\b|\bmagistrats?\b|\bparquet\b|\bprocureur\b/, 'JUSTICE'],
  [
    /\bchefs? de (quartiers?|villages?|fractions?)\b|\bchefferies?\b|\bchefs? coutumiers?\b|\blegitimites?\b|\bnotabilites?\b|\bnotables?\b|\btraditional\b/,
    'LEGITIMITE_TRADITIONNELLE',
  ],
  [
    /\breligieu(x|se|ses)\b|\bimams?\b|\bmosquee\b|\beglise\b|\bparoisse\b|\bislamique\b|\bpasteur\b|\breligious\b/,
    'LEADER_RELIGIEUX',
  ],
  [/\bcafo\b|\bfemmes?\b|\bwomen\b|\bfeminine?s?\b/, 'ORG_FEMMES'],
  [/\bjeunes?\b|\bjeunesse\b|\bcnj\b|\byouth\b/, 'ORG_JEUNES'],
  [/\bchasseurs?\b|\bdozos?\b|\bdonsos?\b|\bhunters?\b/, 'CHASSEURS'],
  [/\bmedias?\b|\bradios?\b|\bpresse\b|\bjournalistes?\b|\bpress\b/, 'MEDIAS'],
  [
    /\bcommercants?\b|\bcommercantes?\b|\bcommerce\b|\btransports?\b|\btransporteurs?\b|\bchauffeurs?\b|\btraders?\b|\bsecteur prive\b/,
    'SECTEUR_PRIVE_TRANSPORT_COMMERCE',
  ],
  [
    /\bprefets?\b|\bprefecture\b|\bgouvernorat\b|\bgouverneur\b|\brepresentants? de l etat\b|\bgovernor\b/,
    'REPRESENTANT_ETAT',
  ],
  [/\bservices? techniques?\b|\btechnical services?\b|\bservices? deconcentres?\b/, 'SERVICE_TECHNIQUE'],
  [
    /\bmairie\b|\bmaires?\b|\bconseil communal\b|\bconseillers? communa(l|ux)\b|\bdelegation speciale\b|\btown hall\b|\bmunicipal/,
    'EXECUTIF_COMMUNAL',
  ],
  [/\bong\b|\bngo\b/, 'ONG'],
  [
    /\bsociete civile\b|\bosc\b|\bparents d eleves\b|\bassociations?\b|\bcivil society\b|\bcso\b/,
    'SOCIETE_CIVILE',
  ],
];

const CODES: readonly StructureKind[] = [
  ...CORPS.map(([, corps]) => corps),
  ...KINDS.map(([, kind]) => kind),
  'AUTRE',
];

const first = <T>(rules: Rules<T>, folded: string): T | undefined =>
  rules.find(([pattern]) => pattern.test(folded))?.[1];

const isCorps = (kind: StructureKind): kind is Corps => CORPS.some(([, corps]) => corps === kind);

const kindOf = (folded: string): StructureKind | undefined => {
  const code = CODES.find((kind) => fold(kind) === folded);
  if (code !== undefined) return code;
  return (AROUND_A_CORPS.test(folded) ? undefined : first(CORPS, folded)) ?? first(KINDS, folded);
};

/** Whether no structure was said, or one the table does not know: AUTRE then classes nobody. */
export const isUnclassed = ({
  structure: text,
  structureKind,
}: {
  readonly structure: string | null;
  readonly structureKind: StructureKind;
}): boolean => structureKind === 'AUTRE' && fold(text ?? '') !== 'autre';

/** A structure in French or English by the table above. What the table does not know is AUTRE, with a warning. */
export const structure: Parse<Structure> = (cell) => {
  const text = saysNothing(cell) ? null : textOf(cell);
  const kind = text === null ? undefined : kindOf(fold(text));
  if (kind === undefined)
    return { ok: true, value: { text, kind: 'AUTRE', corps: null }, warning: 'unknown-structure' };
  return { ok: true, value: { text, kind, corps: isCorps(kind) ? kind : null } };
};
