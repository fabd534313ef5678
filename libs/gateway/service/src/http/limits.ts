import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from './problem';

const MINUTE_MS = 60_000;

/** What requests are counted apart; health and documents are not counted. */
export const LIMITED = ['reads', 'writes', 'searches', 'tokens'] as const;
type Limited = (typeof LIMITED)[number];

/** Requests a minute, of one principal and of one address. Behind one address there may be a whole office. */
export type Limit = { readonly principal: number; readonly address: number };
export type Limits = Readonly<Record<Limited, Limit>>;

export const DEFAULT_LIMITS: Limits = {
  reads: { principal: 6_000, address: 30_000 },
  writes: { principal: 3_000, address: 15_000 },
  searches: { principal: 300, address: 1_500 },
  tokens: { principal: 60, address: 120 },
};

/** For one laptop, where everybody is the same address and an import or a measurement writes without pause. */
export const LAPTOP_LIMITS: Limits = {
  reads: { principal: 600_000, address: 600_000 },
  writes: { principal: 600_000, address: 600_000 },
  searches: { principal: 6_000, address: 6_000 },
  tokens: { principal: 600, address: 600 },
};

const TOKENS = /^\/v1\/(demo\/)?tokens(\/|$)|^\/v1\/accounts\//;
const UNCOUNTED = /^\/(health|docs)(\/|$)|^\/v1\/(openapi|asyncapi)\.json$/;

const pathOf = ({ url }: FastifyRequest): string => url.split('?')[0] ?? url;

/** How a request counts; undefined for what never does. */
export const limitedAs = (method: string, path: string): Limited | undefined => {
  if (UNCOUNTED.test(path)) return undefined;
  if (method !== 'POST') return 'reads';
  if (TOKENS.test(path)) return 'tokens';
  return path.endsWith('/search') ? 'searches' : 'writes';
};

/** Counts a request for whom it is for. Throws `too-many-requests` with the seconds to wait. */
export type CountPrincipal = (request: FastifyRequest, principal: string) => Promise<void>;

type Counter = (request: FastifyRequest) => Promise<void>;

const callers = new WeakMap<FastifyRequest, string>();

const counterOf = (
  fastify: FastifyInstance,
  limits: Limits,
  side: keyof Limit,
  keyGenerator: (request: FastifyRequest) => string,
): Counter => {
  const counters = Object.fromEntries(
    LIMITED.map((kind) => [
      kind,
      fastify.createRateLimit({ max: limits[kind][side], timeWindow: MINUTE_MS, keyGenerator }),
    ]),
  );
  return async (request) => {
    const count = counters[limitedAs(request.method, pathOf(request)) ?? ''];
    if (count === undefined) return;
    const outcome = await count(request);
    if (!outcome.isAllowed && outcome.isExceeded)
      throw new HttpProblem('too-many-requests', { retryAfter: Math.max(1, outcome.ttlInSeconds) });
  };
};

/** Counts by address before anything is read, and by principal once it is known who asks. Memory is bounded. */
export const limitRequests = async (fastify: FastifyInstance, limits: Limits): Promise<CountPrincipal> => {
  await fastify.register(rateLimit, { global: false, cache: 10_000 });
  fastify.addHook(
    'onRequest',
    counterOf(fastify, limits, 'address', ({ ip }) => ip),
  );
  const count = counterOf(fastify, limits, 'principal', (request) => callers.get(request) ?? '');
  return async (request, principal) => {
    callers.set(request, principal);
    await count(request);
  };
};
