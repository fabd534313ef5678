import { TOKEN_ROLES, type Grant } from '@benkan/security';
import { CannotDo, type Said } from '../command';

const UNIT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** In place of a unit: the whole country. */
const COUNTRY = 'pays';

type TokenRole = (typeof TOKEN_ROLES)[number];

const isRole = (text: unknown): text is TokenRole => TOKEN_ROLES.some((role) => role === text);

const territoryIn = (text: Said['options'][string]): string | null => {
  if (text === COUNTRY) return null;
  if (typeof text === 'string' && UNIT.test(text.toLowerCase())) return text.toLowerCase();
  throw new CannotDo(
    `--territory : donnez l’identifiant d’une unité (GET /v1/territories), ou ${COUNTRY} pour tout le pays`,
  );
};

/** The grant that was typed: a role always says over what. Throws `CannotDo`. */
export const grantIn = ({ role, territory }: Said['options']): Grant => {
  if (!isRole(role)) throw new CannotDo(`--role : l’un de ${TOKEN_ROLES.join(', ')}`);
  return { role, territory: territoryIn(territory) };
};

/** The grant that was typed, when one was. */
export const grantsIn = (options: Said['options']): readonly Grant[] =>
  options['role'] === undefined && options['territory'] === undefined ? [] : [grantIn(options)];

export const grantText = ({ role, territory }: Grant): string => `${role}@${territory ?? COUNTRY}`;
