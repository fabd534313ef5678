import { permits } from '@benkan/contracts';
import { grantsFor, isRefused, type Principal, type TokenVerifier } from '@benkan/security';
import { HttpProblem } from './problem';

const BEARER = /^Bearer ([\w.~+/-]+=*)$/i;

/** Who sends a request, whatever they may say. Throws the problem when nobody can tell. */
export const verifiedCaller = async (
  tokens: TokenVerifier,
  authorization: string | undefined,
): Promise<Principal> => {
  if (authorization === undefined) throw new HttpProblem('token-missing');
  const token = BEARER.exec(authorization)?.[1];
  if (token === undefined) throw new HttpProblem('token-invalid');
  const outcome = await tokens.verify(token).catch(() => {
    throw new HttpProblem('issuer-unavailable');
  });
  if (isRefused(outcome))
    throw new HttpProblem(outcome.refused === 'expired' ? 'token-expired' : 'token-invalid');
  return outcome;
};

/** Whether a role of the caller may say a wire name somewhere; where, the service says. */
export const maySay = (principal: Principal, wireName: string): boolean =>
  grantsFor(principal, (role) => permits(wireName, [role])).length > 0;
