import type { FastifyRequest } from 'fastify';
import { HttpProblem } from './problem';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NUMBER = /^[0-9]{1,20}$/;

const single = ({ headers }: FastifyRequest, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** The key of a command, required. */
export const idempotencyKeyOf = (request: FastifyRequest): string => {
  const key = single(request, 'idempotency-key');
  if (key === undefined) throw new HttpProblem('idempotency-key-required');
  if (!UUID.test(key)) throw new HttpProblem('idempotency-key-malformed');
  return key;
};

/** The revision the caller believes in, decimal. */
export const ifMatchOf = (request: FastifyRequest): string | undefined => {
  const value = single(request, 'if-match');
  if (value === undefined) return undefined;
  const revision = /^"?([0-9]{1,20})"?$/.exec(value)?.[1];
  if (revision === undefined) throw new HttpProblem('header-malformed');
  return revision;
};

/** The position an answer must include, and how long to wait for it (2 s at most). */
export const atLeastOf = (
  request: FastifyRequest,
): { readonly atLeast?: string; readonly waitMs?: number } => {
  const atLeast = single(request, 'benkan-at-least');
  if (atLeast === undefined) return {};
  const wait = single(request, 'benkan-wait') ?? '2000';
  if (!NUMBER.test(atLeast) || !NUMBER.test(wait)) throw new HttpProblem('header-malformed');
  return { atLeast, waitMs: Math.min(2_000, Number(wait)) };
};

/** The position after which a listener wants to go on. */
export const lastEventIdOf = (request: FastifyRequest): string | undefined => {
  const value = single(request, 'last-event-id');
  if (value !== undefined && !NUMBER.test(value)) throw new HttpProblem('header-malformed');
  return value;
};

export const authorizationOf = (request: FastifyRequest): string | undefined =>
  single(request, 'authorization');
export const ifNoneMatchOf = (request: FastifyRequest): string | undefined =>
  single(request, 'if-none-match');
export const acceptLanguageOf = (request: FastifyRequest): string | undefined =>
  single(request, 'accept-language');
