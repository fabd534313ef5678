import type { AccountAdministration, AccountRefused, Done, OneTime } from '@benkan/accounts';
import type { Grant } from '@benkan/security';
import type { Run, Said } from '../command';
import { grantIn, grantsIn, grantText } from './grants';
import { withAccounts } from './opened';
import { allKnown } from './territory';
import { accountLines, doneOf, oneTimeLines } from './texts';

const loginOf = ({ words }: Said): string => words[0] ?? '';

const NONE: readonly Grant[] = [];

const done =
  (
    act: (accounts: AccountAdministration, said: Said) => Promise<Done | AccountRefused>,
    line: string,
    granted: readonly Grant[] = NONE,
  ): Run =>
  (said) =>
    withAccounts(said.config, async ({ administration }, urls) => {
      await allKnown(urls, granted);
      doneOf(await act(administration, said));
      said.say(line);
    });

const oneTime =
  (
    act: (accounts: AccountAdministration, said: Said) => Promise<OneTime | AccountRefused>,
    line: string,
    granted: readonly Grant[] = NONE,
  ): Run =>
  (said) =>
    withAccounts(said.config, async ({ administration }, urls) => {
      await allKnown(urls, granted);
      const given = doneOf(await act(administration, said));
      [line, ...oneTimeLines(given)].forEach(said.say);
    });

export const runAdd: Run = (said) => {
  const grants = grantsIn(said.options);
  return oneTime((accounts) => accounts.add(loginOf(said), grants), 'Compte ouvert.', grants)(said);
};

export const runReset: Run = oneTime(
  (accounts, said) => accounts.reset(loginOf(said)),
  'Mot de passe remplacé, compte débloqué, sessions terminées.',
);

export const runList: Run = (said) =>
  withAccounts(said.config, async ({ administration }) =>
    accountLines(await administration.list()).forEach(said.say),
  );

export const runDisable: Run = done(
  (accounts, said) => accounts.disable(loginOf(said)),
  'Compte désactivé : ses sessions sont terminées ; un jeton déjà remis vaut encore 15 minutes au plus.',
);

export const runEnable: Run = done((accounts, said) => accounts.enable(loginOf(said)), 'Compte réactivé.');

export const runUnlock: Run = done((accounts, said) => accounts.unlock(loginOf(said)), 'Compte débloqué.');

export const runRemove: Run = done(
  (accounts, said) => accounts.remove(loginOf(said)),
  'Compte supprimé : un jeton déjà remis vaut encore 15 minutes au plus.',
);

const regranted =
  (act: 'grant' | 'revoke', line: (grant: string) => string): Run =>
  (said) => {
    const grant = grantIn(said.options);
    // what was given over a unit that is no unit may still be taken back
    const granted = act === 'grant' ? [grant] : NONE;
    return done((accounts) => accounts[act](loginOf(said), grant), line(grantText(grant)), granted)(said);
  };

const SOON = 'au prochain jeton, dans 15 minutes au plus';

export const runGrant: Run = regranted('grant', (grant) => `Rôle donné : ${grant}, ${SOON}.`);
export const runRevoke: Run = regranted('revoke', (grant) => `Rôle retiré : ${grant}, ${SOON}.`);

export const runRotateKey: Run = (said) =>
  withAccounts(said.config, ({ rotateKey }) => {
    const compromised = said.options['compromised'] === true;
    said.say(`Nouvelle clé de signature : ${rotateKey(compromised)}.`);
    said.say(
      compromised
        ? 'Les jetons déjà remis ne valent plus rien ; les sessions continuent par leur jeton de renouvellement.'
        : 'Les jetons déjà remis valent jusqu’à leur fin, 15 minutes au plus.',
    );
  });
