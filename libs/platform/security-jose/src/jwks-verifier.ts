import type { JWTVerifyGetKey } from 'jose' with { 'resolution-mode': 'import' };
import type { TokenVerifier } from '@benkan/security';
import { checked, jose, strict } from './checked';

export type JwksOptions = {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** The `typ` its access tokens carry, when it sets one. */
  readonly typ?: string | undefined;
  /** The issuer's published keys, wherever they are published. */
  readonly keys: () => Promise<JWTVerifyGetKey>;
  readonly now: () => Date;
};

/** Verifies the access tokens of an issuer by its key set: the one way, for a local issuer as for a distant one. */
export const jwksVerifier = (options: JwksOptions): TokenVerifier => {
  const { issuer, audience, algorithms, typ, keys, now } = options;
  const rules = { ...strict(issuer, audience, algorithms), ...(typ === undefined ? {} : { typ }) };
  return checked({
    issuer,
    now,
    verify: async (token, currentDate) => {
      const { jwtVerify } = await jose();
      return jwtVerify(token, await keys(), { ...rules, currentDate });
    },
  });
};
