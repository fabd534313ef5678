import type { FastifyReply, FastifyRequest } from 'fastify';
import { MEDIA_TYPES, printed, type Format, type Printers, type Prints } from '../documents/prints';
import { etagOf } from './etag';
import { ifNoneMatchOf } from './headers';
import { HttpProblem } from './problem';

type Asked = { readonly prints: Prints; readonly format: Format; readonly printers: Printers | undefined };

/** Answers with a file to keep; nothing is printed for who holds it already. */
export const sendPrinted = async (
  { prints, format, printers }: Asked,
  data: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Uint8Array | undefined> => {
  const etag = etagOf([format, data]);
  void reply.header('ETag', etag).header('Cache-Control', 'private, no-cache').header('Vary', 'Accept');
  if (ifNoneMatchOf(request) === etag) {
    void reply.status(304);
    return undefined;
  }
  const bytes = printers && (await printed(prints, data, format, printers));
  if (bytes === undefined) throw new HttpProblem('unavailable');
  void reply
    .header('Content-Type', MEDIA_TYPES[format])
    .header('Content-Disposition', `attachment; filename="${prints.fileName(data)}.${format}"`);
  return Buffer.from(bytes);
};
