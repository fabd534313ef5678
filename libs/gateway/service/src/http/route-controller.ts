import { Controller, Get, HttpCode, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parametersOf, type Route } from '../routes';
import { etagOf } from './etag';
import { formatOf, withoutFormat } from './format';
import { forward, type Answered, type GatewayDeps } from './forward';
import { ifNoneMatchOf } from './headers';
import { HttpProblem } from './problem';
import { sendPrinted } from './send-printed';

export const GATEWAY = Symbol('gateway');

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The request a contract asks for: the body or the query string, and the path's own parameters. */
const inputOf = ({ path, method, prints }: Route, request: FastifyRequest): unknown => {
  const given = method === 'GET' ? request.query : (request.body ?? {});
  if (!isFields(given)) return given;
  const parameters = isFields(request.params) ? request.params : {};
  const named = Object.fromEntries(parametersOf(path).map((name) => [name, parameters[name]]));
  for (const name of Object.keys(named))
    if (Object.hasOwn(given, name))
      throw new HttpProblem('malformed', {
        errors: [{ pointer: `/${name}`, code: 'unknown-field', detail: 'stands in the path' }],
      });
  return { ...(prints === undefined ? given : withoutFormat(given)), ...named };
};

const positionOf = (data: Fields): string | undefined => {
  if (typeof data['position'] === 'string') return data['position'];
  const asOf = data['asOf'];
  return isFields(asOf) && typeof asOf['position'] === 'string' ? asOf['position'] : undefined;
};

const sendTold = ({ creates }: Route, fields: Fields, reply: FastifyReply): void => {
  void reply.header('ETag', `"${String(fields['revision'])}"`);
  if (creates !== undefined) void reply.status(201).header('Location', `/${creates}/${String(fields['id'])}`);
};

const send = (route: Route, { data }: Answered, request: FastifyRequest, reply: FastifyReply): unknown => {
  const fields = isFields(data) ? data : {};
  const position = positionOf(fields);
  if (position !== undefined) void reply.header('Benkan-Position', position);
  if (route.contract.kind === 'command') {
    sendTold(route, fields, reply);
    return data;
  }
  const etag = typeof fields['revision'] === 'string' ? `"${fields['revision']}"` : etagOf(data);
  void reply.header('ETag', etag).header('Cache-Control', 'private, no-cache');
  if (route.method === 'GET' && ifNoneMatchOf(request) === etag) {
    void reply.status(304);
    return undefined;
  }
  if (route.mediaType !== undefined) void reply.header('Content-Type', `${route.mediaType}; charset=utf-8`);
  return data;
};

/** One controller a route; the route is the only thing it knows. */
export const routeController = (route: Route): Type => {
  const Verb = route.method === 'GET' ? Get : Post;

  @Controller()
  class RouteController {
    constructor(@Inject(GATEWAY) private readonly deps: GatewayDeps) {}

    @Verb(route.path)
    @HttpCode(200)
    async answer(
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<unknown> {
      const { contract, notFound, missing, prints } = route;
      const format = prints && formatOf(prints, request);
      const answered = await forward(this.deps, request, contract, {
        body: inputOf(route, request),
        notFound,
        missing,
      });
      if (prints === undefined || format === undefined) return send(route, answered, request, reply);
      const { printers } = this.deps;
      return sendPrinted({ prints, format, printers }, answered.data, request, reply);
    }
  }
  return RouteController;
};
