import type { AccountLine, AccountRefused, Done, OneTime } from '@benkan/accounts';
import { grantText } from './grants';

const REFUSED: Readonly<Record<AccountRefused['refused'], string>> = {
  'login-malformed': 'un identifiant a de 3 à 64 lettres, chiffres, points, tirets, « _ » ou « @ »',
  'login-taken': 'cet identifiant est déjà pris',
  'unknown-account': 'aucun compte de ce nom',
  'too-many-grants': 'un compte porte vingt rôles au plus',
};

/** What was done; throws, in French, what was not. */
export const doneOf = <Outcome extends Done | OneTime>(outcome: Outcome | AccountRefused): Outcome => {
  if ('refused' in outcome) throw new Error(REFUSED[outcome.refused]);
  return outcome;
};

export const oneTimeLines = ({ oneTimePassword }: OneTime): readonly string[] => [
  `Mot de passe à usage unique : ${oneTimePassword}`,
  'Il ne sera plus affiché. Remettez-le en main propre ; il faut en choisir un autre dans les 7 jours (POST /v1/accounts/password).',
];

const minute = (instant: Date): string => `${instant.toISOString().slice(0, 16)}Z`;

const stateOf = ({ disabled, mustChoosePassword, lockedUntil }: AccountLine): string => {
  if (disabled) return 'désactivé';
  if (lockedUntil !== undefined) return `bloqué jusqu’à ${minute(lockedUntil)}`;
  return mustChoosePassword ? 'mot de passe à choisir' : 'actif';
};

export const accountLines = (accounts: readonly AccountLine[]): readonly string[] => {
  if (accounts.length === 0) return ['Aucun compte.'];
  const widest = Math.max(...accounts.map(({ login }) => login.length));
  return accounts.map((account) => {
    const roles = account.roles.map(grantText).join(', ') || '(aucun rôle)';
    return `${account.login.padEnd(widest)}  ${stateOf(account)}  ${roles}  ${account.subject}`;
  });
};
