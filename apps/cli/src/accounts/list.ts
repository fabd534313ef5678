import type { Command } from '../command';
import type * as Doors from './commands';

const login = { least: 1, most: 1 };
const granted = { role: 'string', territory: 'string' } as const;
const GRANT = '--role <rôle> --territory <unité|pays>';

const load = (name: keyof typeof Doors) => async () => (await import('./commands.js'))[name];

/** Accounts of a directory for real data; each needs its key, by BENKAN_KEK_FILE or its passphrase. */
export const accounts: readonly Command[] = [
  {
    name: 'accounts add',
    usage: `<identifiant> [${GRANT}]`,
    summary: 'Ouvre un compte et affiche une fois son mot de passe à usage unique.',
    options: granted,
    words: login,
    load: load('runAdd'),
  },
  {
    name: 'accounts list',
    usage: '',
    summary: 'Les comptes : identifiant, état, rôles, numéro opaque porté par leurs jetons.',
    words: { least: 0, most: 0 },
    load: load('runList'),
  },
  {
    name: 'accounts disable',
    usage: '<identifiant>',
    summary: 'Ferme un compte : ses sessions finissent aussitôt, son dernier jeton dans les 15 minutes.',
    words: login,
    load: load('runDisable'),
  },
  {
    name: 'accounts enable',
    usage: '<identifiant>',
    summary: 'Rouvre un compte désactivé, avec le même mot de passe.',
    words: login,
    load: load('runEnable'),
  },
  {
    name: 'accounts reset',
    usage: '<identifiant>',
    summary: 'Remplace un mot de passe perdu par un autre à usage unique, affiché une fois.',
    words: login,
    load: load('runReset'),
  },
  {
    name: 'accounts unlock',
    usage: '<identifiant>',
    summary: 'Débloque un compte après trop d’essais, sans changer son mot de passe.',
    words: login,
    load: load('runUnlock'),
  },
  {
    name: 'accounts grant',
    usage: `<identifiant> ${GRANT}`,
    summary: 'Donne un rôle sur une unité et tout ce qui en dépend, ou sur tout le pays.',
    options: granted,
    words: login,
    load: load('runGrant'),
  },
  {
    name: 'accounts revoke',
    usage: `<identifiant> ${GRANT}`,
    summary: 'Retire un rôle.',
    options: granted,
    words: login,
    load: load('runRevoke'),
  },
  {
    name: 'accounts remove',
    usage: '<identifiant>',
    summary: 'Supprime un compte.',
    words: login,
    load: load('runRemove'),
  },
  {
    name: 'accounts rotate-key',
    usage: '[--compromised]',
    summary:
      'Remplace la clé qui signe les jetons. --compromised : ceux déjà remis ne valent plus rien, tout de suite.',
    options: { compromised: 'boolean' },
    words: { least: 0, most: 0 },
    load: load('runRotateKey'),
  },
];
