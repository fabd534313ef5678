import type { ArchiveFault, Findings, Manifest, Progress } from '@benkan/archive';

const PHASES: Readonly<Record<Progress['phase'], string>> = {
  events: 'événements',
  vault: 'coffre',
  keys: 'clés',
  verifying: 'relecture',
  comparing: 'comparaison',
};

export const progressLine = ({ phase, done, total }: Progress): string =>
  `  ${PHASES[phase]} : ${done}${total === undefined ? '' : `/${total}`}`;

const recordsIn = ({ vault }: Manifest): number =>
  Object.values(vault).reduce((sum, shelf) => sum + (shelf?.records ?? 0), 0);

export const manifestLines = (manifest: Manifest): readonly string[] => [
  `  prise le    ${manifest.createdAt}, jusqu’à la position ${manifest.position?.commit ?? '–'}`,
  `  événements  ${manifest.events.records} dans ${manifest.events.streams} flux`,
  `  coffre      ${recordsIn(manifest)} enregistrements, ${manifest.keys.records} clés (à part)`,
  `  s’ouvre avec la clé de chiffrement ${manifest.keks.join(', ') || '(aucune : le coffre est vide)'}`,
];

const WRONG: readonly (readonly [Exclude<keyof Findings, 'broken'>, string])[] = [
  ['brokenChains', 'chaînes d’empreintes rompues'],
  ['missingTexts', 'références à un texte qui manque'],
  ['textsWithoutKey', 'textes dont la clé manque'],
];

/** What was already wrong in the stores when the backup was taken. */
export const findingLines = (findings: Findings): readonly string[] => [
  ...WRONG.filter(([kind]) => findings[kind] > 0).map(
    ([kind, text]) => `  attention : ${findings[kind]} ${text}`,
  ),
  ...findings.broken.map(({ stream, revision, reason }) => `    ${stream} révision ${revision} : ${reason}`),
];

export const faultLine = ({ file, line, reason, detail }: ArchiveFault): string =>
  `Sauvegarde abîmée : ${file}${line === undefined ? '' : `, ligne ${line}`} : ${reason} (${detail}). Prenez une autre copie.`;
