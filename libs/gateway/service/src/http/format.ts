import type { FastifyRequest } from 'fastify';
import { MEDIA_TYPES, formatsOf, type Format, type Prints } from '../documents/prints';
import { HttpProblem } from './problem';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

type Weighed = readonly [type: string, weight: number];

const weighed = (part: string): Weighed => {
  const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return [type, weight === undefined ? 1 : Number(weight.slice(2)) || 0];
};

const accepted = (header: string): readonly string[] =>
  header
    .split(',')
    .map(weighed)
    .filter(([, weight]) => weight > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([type]) => type);

const fromAccept = (formats: readonly Format[], header: string): Format | undefined => {
  for (const type of accepted(header)) {
    if (type === 'application/json' || type === '*/*') return undefined;
    const found = formats.find((format) => MEDIA_TYPES[format] === type);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The format asked for by `?format=`, else by `Accept`; undefined for JSON, which is also the answer to what is unknown. */
export const formatOf = (prints: Prints, request: FastifyRequest): Format | undefined => {
  const formats = formatsOf(prints);
  const asked = isFields(request.query) ? request.query['format'] : undefined;
  if (asked === undefined) return fromAccept(formats, request.headers.accept ?? '*/*');
  const found = formats.find((format) => format === asked);
  if (found !== undefined || asked === 'json') return found;
  throw new HttpProblem('malformed', {
    errors: [{ pointer: '/format', code: 'invalid-value', detail: `json, ${formats.join(', ')}` }],
  });
};

/** The question without the format of its answer, which the service is not told. */
export const withoutFormat = (fields: Fields): Fields => {
  const { format: _, ...rest } = fields;
  return rest;
};
