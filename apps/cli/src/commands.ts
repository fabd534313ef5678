import { accounts } from './accounts/list';
import type { Command } from './command';

const folders: readonly Command[] = [
  {
    name: 'init',
    usage: '--real <dossier> [--passphrase]',
    summary:
      'Crée un dossier de données réelles, hors du programme. Sa clé de chiffrement va dans BENKAN_KEK_FILE, ou vient d’une phrase secrète.',
    options: { real: 'string', passphrase: 'boolean' },
    words: { least: 0, most: 0 },
    load: async () => (await import('./init.js')).runInit,
  },
];

const archive: readonly Command[] = [
  {
    name: 'backup verify',
    usage: '<dossier> [--keys <dossier>]',
    summary:
      'Relit une sauvegarde : empreintes, révisions, chaînes. Statut 1 à la première faute, qui est nommée.',
    options: { keys: 'string' },
    words: { least: 1, most: 1 },
    load: async () => (await import('./archive/verify-backup.js')).runVerifyBackup,
  },
  {
    name: 'backup',
    usage: '<dossier> [--keys <dossier>]',
    summary:
      'Sauvegarde les faits et le coffre pendant que Benkan tourne, les clés à part (par défaut <dossier>.keys), puis relit tout.',
    options: { keys: 'string' },
    words: { least: 1, most: 1 },
    load: async () => (await import('./archive/back-up.js')).runBackup,
  },
  {
    name: 'restore',
    usage: '<dossier> [--keys <dossier>] [--kek <fichier>] [--erased <sauvegarde récente>]',
    summary:
      'Restaure une sauvegarde dans un dossier de données vide (BENKAN_DATA=…) ou des serveurs vides ; interrompue, elle se reprend. --erased : les personnes effacées depuis ne reviennent pas.',
    options: { keys: 'string', kek: 'string', erased: 'string' },
    words: { least: 1, most: 1 },
    load: async () => (await import('./archive/restore.js')).runRestore,
  },
];

const history: readonly Command[] = [
  {
    name: 'verify',
    usage: '[<flux>]',
    summary:
      'Recalcule la chaîne d’empreintes d’un flux ou de toute l’histoire. Statut 1 si elle est rompue.',
    words: { least: 0, most: 1 },
    load: async () => (await import('./history/verify.js')).runVerify,
  },
];

const projections: readonly Command[] = [
  {
    name: 'projections status',
    usage: '[--json]',
    summary: 'Les vues : génération, position, retard, événements mis de côté. Statut 1 s’il y en a.',
    options: { json: 'boolean' },
    words: { least: 0, most: 0 },
    load: async () => (await import('./projections/commands.js')).runStatus,
  },
  {
    name: 'projections parked',
    usage: '<vue> [--stream <flux>]',
    summary: 'Les événements mis de côté d’une vue : flux, révision, type, raison.',
    options: { stream: 'string' },
    words: { least: 1, most: 1 },
    load: async () => (await import('./projections/commands.js')).runParked,
  },
  {
    name: 'projections retry',
    usage: '<vue> <flux>',
    summary: 'Reprend, dans l’ordre, les événements mis de côté d’un flux.',
    words: { least: 2, most: 2 },
    load: async () => (await import('./projections/commands.js')).runRetry,
  },
  {
    name: 'projections discard',
    usage: '<vue> <flux> <révision> --reason <code>',
    summary: 'Écarte un événement illisible pour toujours, en garde la trace, et reprend la suite du flux.',
    options: { reason: 'string' },
    words: { least: 3, most: 3 },
    load: async () => (await import('./projections/commands.js')).runDiscard,
  },
  {
    name: 'projections rebuild',
    usage: '[<vue>…] [--force]',
    summary:
      'Reconstruit des vues depuis l’histoire à côté de celles en service, compare, puis bascule. Sans vue : toutes.',
    options: { force: 'boolean' },
    words: { least: 0, most: 100 },
    load: async () => (await import('./projections/commands.js')).runRebuild,
  },
  {
    name: 'projections rollback',
    usage: '<vue>',
    summary: 'Répond de nouveau depuis la génération d’avant ; demandé deux fois, revient.',
    words: { least: 1, most: 1 },
    load: async () => (await import('./projections/commands.js')).runRollback,
  },
];

const keys: readonly Command[] = [
  {
    name: 'keys rotate',
    usage: '[--kek <fichier>]',
    summary:
      'Remplace la clé de chiffrement et détruit l’ancienne : après un effacement, plus rien n’ouvre ce qui a été retiré, pas même une ancienne sauvegarde.',
    options: { kek: 'string' },
    words: { least: 0, most: 0 },
    load: async () => (await import('./keys/rotate.js')).runRotateKeys,
  },
  {
    name: 'erasures list',
    usage: '',
    summary:
      'Les personnes retirées, une ligne chacune, sans nom : à garder dans un fichier erasures.jsonl pour restore --erased.',
    words: { least: 0, most: 0 },
    load: async () => (await import('./keys/list-erasures.js')).runListErasures,
  },
  {
    name: 'verify-certificate',
    usage: '<fichier> [--kek <fichier>]',
    summary:
      'Vérifie un certificat d’effacement contre l’histoire, le coffre et son sceau. Statut 1 si quelque chose ne tient pas.',
    options: { kek: 'string' },
    words: { least: 1, most: 1 },
    load: async () => (await import('./keys/verify-certificate.js')).runVerifyCertificate,
  },
];

/** Every command; of two that begin alike, the longer stands first. */
export const commands: readonly Command[] = [
  ...folders,
  ...accounts,
  ...archive,
  ...history,
  ...projections,
  ...keys,
];
