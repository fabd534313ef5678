import type { FastifyRequest } from 'fastify';
import { nextSpan } from '@benkan/messaging';

const traces = new WeakMap<FastifyRequest, string>();

const given = ({ headers }: FastifyRequest): string | undefined => {
  const value = headers['traceparent'];
  return typeof value === 'string' ? value : undefined;
};

/** The gateway's own place in the trace of a request: one request, one span. Never sent back to the caller. */
export const traceOf = (request: FastifyRequest): string => {
  const traceparent = traces.get(request) ?? nextSpan(given(request));
  traces.set(request, traceparent);
  return traceparent;
};
