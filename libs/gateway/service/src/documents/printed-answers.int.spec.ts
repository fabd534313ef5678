import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { pdfDocuments } from '@benkan/documents-pdfmake';
import { wordDocuments } from '@benkan/documents-docx';
import type { Messaging, Request } from '@benkan/messaging';
import { silentLog } from '@benkan/observability';
import { signedContexts } from '@benkan/security';
import { xlsxSpreadsheets } from '@benkan/spreadsheet-xlsx';
import { startGateway, type ListeningGateway } from '../start-gateway';
import { sheetOf } from './documents.examples';
import { MEDIA_TYPES } from './prints';

const sheet = sheetOf(3);
const heard: Request[] = [];
const messaging: Messaging = {
  request: async (request) => {
    heard.push(request);
    return { v: 1, kind: 'answer', data: sheet };
  },
  connected: () => true,
  close: async () => undefined,
};

const edge = {
  ...{ messaging, context: signedContexts({ key: randomBytes(32) }), now: () => new Date() },
  tokens: {
    verify: async (subject: string) => ({
      ...{ issuer: 'suite', subject },
      roles: [{ role: 'secretary' as const, territory: null }],
    }),
  },
  ...{ readiness: async () => [], log: silentLog, notice: '', port: 0, host: '127.0.0.1' },
};

describe('an answer that can be printed', () => {
  let gateway: ListeningGateway;
  beforeAll(async () => {
    const printers = { pdf: pdfDocuments(), docx: wordDocuments(), spreadsheets: xlsxSpreadsheets() };
    gateway = await startGateway({ ...edge, printers });
  });
  afterAll(() => gateway.close());
  beforeEach(() => heard.splice(0));

  const get = (query = '', headers: Readonly<Record<string, string>> = {}, url = gateway.url) =>
    fetch(`${url}/v1/meetings/${sheet.meetingId}/attendance-sheet${query}`, {
      headers: { Authorization: 'Bearer somebody', ...headers },
    });

  it.each([
    ['', 'application/json'],
    ['', '*/*'],
    ['', 'text/html, */*;q=0.1'],
    ['', 'application/json, application/pdf;q=0.5'],
    ['', 'image/png'],
    ['?format=json', 'application/pdf'],
  ])('is JSON for %s and Accept: %s', async (query, Accept) => {
    const response = await get(query, { Accept });
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual(sheet);
  });

  it.each([
    ['', MEDIA_TYPES.pdf, 'pdf', '%PDF'],
    ['?format=pdf', '*/*', 'pdf', '%PDF'],
    ['?format=docx', '*/*', 'docx', 'PK'],
    ['', `text/html, ${MEDIA_TYPES.xlsx};q=0.9, ${MEDIA_TYPES.pdf};q=0.2`, 'xlsx', 'PK'],
    ['?format=xlsx', MEDIA_TYPES.pdf, 'xlsx', 'PK'],
  ] as const)('is a file for %s and Accept: %s', async (query, Accept, format, begins) => {
    const response = await get(query, { Accept });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, MEDIA_TYPES[format]]);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="liste-de-presence-2024-11-21.${format}"`,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, begins.length).toString('latin1')).toBe(begins);
  });

  it('asks the service what was asked, without the format', async () => {
    await get('?format=pdf');
    expect(heard.map(({ name, body }) => [name, body])).toEqual([
      ['meetings.get-attendance-sheet', { meetingId: sheet.meetingId }],
    ]);
  });

  it('is not printed again for who holds it, and each format is its own', async () => {
    const pdf = await get('?format=pdf');
    const tag = pdf.headers.get('etag') ?? '';
    expect((await get('?format=pdf', { 'If-None-Match': tag })).status).toBe(304);
    expect((await get('?format=xlsx', { 'If-None-Match': tag })).status).toBe(200);
  });

  it('is refused in a format it has not, before anybody is asked', async () => {
    const response = await get('?format=odt');
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'invalid', errors: [{ pointer: '/format' }] });
    expect(heard).toEqual([]);
  });

  it('is JSON only where nobody prints', async () => {
    const silent = await startGateway(edge);
    expect((await get('', {}, silent.url)).status).toBe(200);
    expect((await get('?format=pdf', {}, silent.url)).status).toBe(503);
    await silent.close();
  });
});
