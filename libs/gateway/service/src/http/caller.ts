import { permits } from '@benkan/contracts';
import { countingRoles, isRefused, type Principal, type TokenVerifier } from '@benkan/security';
import { HttpProblem } from './problem';

const BEARER = /^Bearer ([\w.~+/-]+=*)$/i;

/** The caller of a request, who may say this wire name. Throws the problem otherwise. */
export const callerOf = async (
  tokens: TokenVerifier,
  authorization: string | undefined,
  wireName: string,
): Promise<Principal> => {
  if (authorization === undefined) throw new HttpProblem('token-missing');
  const token = BEARER.exec(authorization)?.[1];
  if (token === undefined) throw new HttpProblem('token-invalid');
  const outcome = await tokens.verify(token).catch(() => {
    throw new HttpProblem('issuer-unavailable');
  });
  if (isRefused(outcome))
    throw new HttpProblem(outcome.refused === 'expired' ? 'token-expired' : 'token-invalid');
  if (!permits(wireName, countingRoles(outcome))) throw new HttpProblem('forbidden');
  return outcome;
};
