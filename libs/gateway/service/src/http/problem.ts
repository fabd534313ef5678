import type { Difference, ProblemAt } from '@benkan/kernel';
import type { FaultCode, Problem, Reply } from '@benkan/messaging';
import { textOf, type Language } from './texts';

/** A body of `application/problem+json` (RFC 9457). */
export type ProblemDocument = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly correlationId: string;
  readonly errors?: readonly Problem[];
  readonly differences?: readonly Difference[];
  readonly currentRevision?: string;
};

/** The one table from a "no" to a status. */
const STATUS: Readonly<Record<string, number>> = {
  malformed: 422,
  'body-is-not-json': 400,
  'body-too-deep': 400,
  'idempotency-key-required': 400,
  'idempotency-key-malformed': 400,
  'header-malformed': 400,
  'bad-cursor': 400,
  'token-missing': 401,
  'token-expired': 401,
  'token-invalid': 401,
  'sign-in-refused': 401,
  'session-over': 401,
  'password-change-required': 403,
  forbidden: 403,
  'outside-your-territory': 403,
  'unknown-resource': 404,
  'unknown-command': 422,
  'stale-revision': 412,
  'too-large': 413,
  'file-too-large': 413,
  'media-type-not-read': 415,
  'idempotency-key-reused': 422,
  'too-many-requests': 429,
  'sign-in-locked': 429,
  unavailable: 503,
  timeout: 503,
  overloaded: 503,
  expired: 503,
  conflict: 503,
  'not-yet': 503,
  'storage-full': 503,
  'clock-behind': 503,
  'issuer-unavailable': 503,
  'earlier-failed': 503,
  'batch-cut-short': 503,
  internal: 500,
} satisfies Readonly<Record<FaultCode | string, number>>;

/** Every code with a status of its own; what is not here is a refusal, 409. */
export const KNOWN_CODES: readonly string[] = Object.keys(STATUS);

/** Seconds after which trying again makes sense, by status. */
export const RETRY_AFTER: Readonly<Record<number, string>> = { 429: '10', 503: '2' };

const REVEALED: Readonly<Record<string, string>> = {
  'stale-revision': 'revision-conflict',
  malformed: 'invalid',
};

/** A "no" on its way out: thrown inside the gateway, written by one filter. */
export class HttpProblem extends Error {
  readonly status: number;

  constructor(
    readonly code: string,
    readonly more: {
      readonly status?: number;
      /** Without a detail of its own, a code says what is written of it. */
      readonly errors?: readonly (Problem | ProblemAt)[];
      readonly differences?: readonly Difference[];
      readonly currentRevision?: string;
      /** Seconds. */
      readonly retryAfter?: number;
    } = {},
  ) {
    super(code);
    this.status = more.status ?? STATUS[code] ?? 409;
  }
}

/** The refusals of a route that mean something does not exist: the resource of its path, or a part of it. */
export type Absent = {
  readonly notFound?: string | undefined;
  readonly missing?: readonly string[] | undefined;
};

const refusalOf = (
  { code, differences, problems }: Extract<Reply, { kind: 'refused' }>,
  { notFound, missing = [] }: Absent,
): HttpProblem => {
  if (code === notFound) return new HttpProblem('unknown-resource');
  return new HttpProblem(code, {
    status: missing.includes(code) ? 404 : 409,
    ...(differences === undefined ? {} : { differences }),
    ...(problems === undefined ? {} : { errors: problems }),
  });
};

/** What a service's "no" becomes. Details of a fault stay inside. */
export const problemOf = (reply: Exclude<Reply, { kind: 'answer' }>, absent: Absent = {}): HttpProblem => {
  if (reply.kind === 'refused') return refusalOf(reply, absent);
  return new HttpProblem(reply.code, {
    ...(reply.problems === undefined ? {} : { errors: reply.problems }),
    ...(reply.code === 'stale-revision' && reply.detail !== undefined
      ? { currentRevision: reply.detail }
      : {}),
  });
};

const inWords = (problem: Problem | ProblemAt, language: Language): Problem =>
  'detail' in problem ? problem : { ...problem, detail: textOf(problem.code, language).detail };

export const documentOf = (
  problem: HttpProblem,
  instance: string,
  correlationId: string,
  language: Language,
): ProblemDocument => {
  const code = REVEALED[problem.code] ?? problem.code;
  const { title, detail } = textOf(code, language);
  const { errors, differences, currentRevision } = problem.more;
  return {
    type: `/problems/${code}`,
    title,
    status: problem.status,
    detail,
    instance,
    code,
    correlationId,
    ...(errors === undefined ? {} : { errors: errors.map((one) => inWords(one, language)) }),
    ...(differences === undefined ? {} : { differences }),
    ...(currentRevision === undefined ? {} : { currentRevision }),
  };
};
