import type { FastifyRequest } from 'fastify';
import { HttpProblem } from '../http/problem';

export type Upload = { readonly bytes: Uint8Array; readonly fileName: string | null };

/** The one address that takes files. */
export const UPLOAD_PATH = '/v1/imports';

/** What a raw upload may call itself. */
export const RAW_TYPES: readonly string[] = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
  'application/octet-stream',
  'application/vnd.ms-excel',
];

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && Reflect.get(error, 'code') === 'FST_REQ_FILE_TOO_LARGE';

const fromForm = async (request: FastifyRequest, limit: number): Promise<Upload> => {
  const file = await request.file({ limits: { fileSize: limit, files: 1 } });
  if (file === undefined) throw new HttpProblem('file-missing', { status: 422 });
  const bytes = await file.toBuffer().catch((error: unknown) => {
    throw isTooLarge(error) ? new HttpProblem('file-too-large') : error;
  });
  return { bytes, fileName: file.filename.slice(0, 200) || null };
};

const headerName = (value: string | string[] | undefined): string | null => {
  const name = /filename="?([^";]+)"?/i.exec(String(value ?? ''))?.[1]?.trim();
  return name === undefined || name === '' ? null : name.slice(0, 200);
};

/** The file of a request, multipart or raw. At most `limit` bytes. */
export const uploadOf = async (request: FastifyRequest, limit: number): Promise<Upload> => {
  if (request.isMultipart()) return fromForm(request, limit);
  if (!(request.body instanceof Uint8Array)) throw new HttpProblem('media-type-not-read');
  if (request.body.length > limit) throw new HttpProblem('file-too-large');
  return { bytes: request.body, fileName: headerName(request.headers['content-disposition']) };
};
