import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { onRequestHookHandler } from 'fastify';
import { randomUUID } from 'node:crypto';
import { MAX_UPLOAD_BYTES } from '@benkan/contracts/imports';
import { gatewayModule, type GatewayOptions } from './gateway-module';
import { DEFAULT_LIMITS, limitRequests, type Limits } from './http/limits';
import { onlyShallow } from './http/nesting';
import { HttpProblem } from './http/problem';
import { RAW_TYPES, UPLOAD_PATH } from './imports/upload';

const BODY_BYTES = 1024 * 1024;

export type ListeningGateway = {
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
};

const JSON_TYPE = /^application\/json\s*(;|$)/i;

// refused before a byte of the body is read
const onlyJsonBesideUploads: onRequestHookHandler = ({ headers, method, routeOptions }, _reply, done) => {
  const type = headers['content-type'];
  const read = method !== 'POST' || type === undefined || routeOptions.url === UPLOAD_PATH;
  if (read || JSON_TYPE.test(type)) done();
  else done(new HttpProblem('media-type-not-read'));
};

/** A certificate and its key, PEM. */
export type Tls = { readonly cert: Buffer; readonly key: Buffer };

const adapterOf = async (tls: Tls | undefined, proxied: boolean): Promise<FastifyAdapter> => {
  const adapter = new FastifyAdapter({
    // one proxy in front says who asked; without one, nobody is believed
    ...(proxied ? { trustProxy: 1 } : {}),
    ...(tls === undefined ? {} : { https: { ...tls, minVersion: 'TLSv1.2' as const } }),
    bodyLimit: BODY_BYTES,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  });
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', onlyJsonBesideUploads);
  fastify.addHook('preValidation', onlyShallow);
  await fastify.register(multipart);
  fastify.addContentTypeParser(
    [...RAW_TYPES],
    { parseAs: 'buffer', bodyLimit: MAX_UPLOAD_BYTES },
    (_request, body, done) => done(null, body),
  );
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    reply.headers(securityHeaders);
    // who is cut off while still sending never reads why
    if (!request.raw.complete) reply.removeHeader('connection');
    done();
  });
  return adapter;
};

/** Listens; rejects with the error of the socket when the port is taken. Port 0 picks a free one. */
export const startGateway = async (
  options: GatewayOptions & {
    readonly port: number;
    readonly host: string;
    readonly tls?: Tls;
    readonly limits?: Limits;
    /** A proxy stands in front, and nothing else reaches this port. */
    readonly proxied?: boolean;
  },
): Promise<ListeningGateway> => {
  const { tls, limits = DEFAULT_LIMITS, proxied = false, ...edge } = options;
  const adapter = await adapterOf(tls, proxied);
  const countPrincipal = await limitRequests(adapter.getInstance(), limits);
  const app = await NestFactory.create<NestFastifyApplication>(
    gatewayModule({ ...edge, countPrincipal }),
    adapter,
    {
      // only so that its address reads https
      ...(tls === undefined ? {} : { httpsOptions: tls }),
      logger: false,
      // fastify's own reads JSON; nest's would let forms in
      bodyParser: false,
      abortOnError: false,
    },
  );
  await app.listen(options.port, options.host);
  const url = await app.getUrl();
  return { url, port: Number(new URL(url).port), close: () => app.close() };
};
