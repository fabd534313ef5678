import type { FastifyRequest } from 'fastify';
import type { Contract } from '@benkan/contracts';
import type { Request } from '@benkan/messaging';
import type { Principal } from '@benkan/security';
import { maySay, verifiedCaller } from './caller';
import { callerName, originOf, requestFor, type GatewayDeps } from './forward';
import { authorizationOf } from './headers';
import { HttpProblem } from './problem';

/** Refused tokens passed on a second: anybody can send nonsense, and a record of a thousand says no more than one of twenty. */
const MOST_A_SECOND = 20;
const REFUSED = ['token-invalid', 'token-expired'];

const sparingly = (most: number) => {
  let [second, count] = [0, 0];
  return (now: number): boolean => {
    const current = Math.floor(now / 1_000);
    count = current === second ? count + 1 : 1;
    second = current;
    return count <= most;
  };
};

const passesOn = sparingly(MOST_A_SECOND);

type Sent = { readonly request: FastifyRequest; readonly contract: Contract; readonly body: unknown };

/** Lets the service say the no once more, for it keeps the record; nobody waits for that. */
const forTheRecord = (deps: GatewayDeps, message: Request): void => void deps.messaging.request(message);

const verified = async (deps: GatewayDeps, { request, contract }: Sent): Promise<Principal> => {
  try {
    return await verifiedCaller(deps.tokens, authorizationOf(request));
  } catch (error) {
    const now = deps.now().getTime();
    if (error instanceof HttpProblem && REFUSED.includes(error.code) && passesOn(now)) {
      const nobody: Principal = { issuer: '-', subject: '-', roles: [] };
      const message = requestFor(deps, nobody, contract, { body: null, ...originOf(request) });
      forTheRecord(deps, { ...message, context: '' });
    }
    throw error;
  }
};

/** The caller of a request, counted, who may say it somewhere. Throws the problem otherwise; who is sent away is recorded. */
export const admittedCaller = async (deps: GatewayDeps, sent: Sent): Promise<Principal> => {
  const { request, contract, body } = sent;
  const principal = await verified(deps, sent);
  await deps.countPrincipal?.(request, callerName(principal));
  if (maySay(principal, contract.name)) return principal;
  forTheRecord(deps, requestFor(deps, principal, contract, { body, ...originOf(request) }));
  throw new HttpProblem('forbidden');
};
