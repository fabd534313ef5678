import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { traceIdOf } from '@benkan/messaging';
import { errorFields, type Log } from '@benkan/observability';
import { UPLOAD_PATH } from '../imports/upload';
import { acceptLanguageOf } from './headers';
import { documentOf, HttpProblem, RETRY_AFTER } from './problem';
import { languageOf } from './texts';
import { traceOf } from './trace';

const BY_FASTIFY_CODE: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body-is-not-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body-is-not-json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-not-read',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body-is-not-json',
};

const BY_STATUS: Readonly<Record<number, string>> = {
  400: 'body-is-not-json',
  404: 'unknown-resource',
  413: 'too-large',
  415: 'media-type-not-read',
  429: 'too-many-requests',
};

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  const status: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined;
  return typeof status === 'number' ? status : undefined;
};

/** The problem an error means to a stranger; an unknown one means only that we failed. */
const problemFrom = (error: unknown): HttpProblem => {
  if (error instanceof HttpProblem) return error;
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  const known = typeof code === 'string' ? BY_FASTIFY_CODE[code] : undefined;
  return new HttpProblem(known ?? BY_STATUS[statusOf(error) ?? 500] ?? 'internal');
};

const sendProblem = (problem: HttpProblem, request: FastifyRequest, reply: FastifyReply): void => {
  const language = languageOf(acceptLanguageOf(request));
  const retryAfter = problem.more.retryAfter?.toString() ?? RETRY_AFTER[problem.status];
  // a lock says by itself how long it lasts
  if (retryAfter !== undefined && !reply.hasHeader('Retry-After'))
    void reply.header('Retry-After', retryAfter);
  if (problem.status === 401) void reply.header('WWW-Authenticate', 'Bearer');
  const path = request.url.split('?')[0] ?? request.url;
  void reply
    .status(problem.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Content-Language', language)
    .send(documentOf(problem, path, request.id, language));
};

const isUpload = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url === UPLOAD_PATH;

/** Every "no" leaves the house here, in one shape. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const found = problemFrom(error);
    const problem =
      found.code === 'too-large' && isUpload(request) ? new HttpProblem('file-too-large') : found;
    if (problem.code === 'internal')
      this.log.error('request failed', {
        correlationId: request.id,
        traceId: traceIdOf(traceOf(request)),
        ...errorFields(error),
      });
    sendProblem(problem, request, http.getResponse<FastifyReply>());
  }
}
