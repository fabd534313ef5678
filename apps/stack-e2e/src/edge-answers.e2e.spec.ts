import { randomUUID } from 'node:crypto';
import type { Answer, Client } from './client';
import { clientOf } from './client';
import { installedCommittee, participant, recorded, unitOf } from './committee-at-work';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Page = { readonly items: readonly { readonly id: string }[]; readonly next?: string };
type Problem = {
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
};

/** What every "no" looks like; answers status and code. */
const problem = ({ status, headers, body }: Answer<Problem>): readonly [number, string] => {
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(body).toMatchObject({
    type: `/problems/${body.code}`,
    status,
    title: expect.stringMatching(/\S/),
    detail: expect.stringMatching(/\S/),
    instance: expect.stringMatching(/^\//),
    correlationId: expect.stringMatching(UUID),
  });
  expect(JSON.stringify(body)).not.toMatch(/node_modules|\bat \w+ \(|nest|mongo|nats/i);
  return [status, body.code];
};

describe('what the edge answers', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let unitId: string;

  const said = (role: string | null, path: string, body: unknown, options = {}) =>
    client.post<Problem>(role, path, body, options);
  const asked = (role: string | null, path: string, headers = {}) => client.get<Problem>(role, path, headers);

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
    unitId = await unitOf(client, 'ML090101');
  }, 2 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  it('400 when the body is no JSON, 413 when it is too long, 415 when it is something else', async () => {
    const send = async (body: string, type: string) =>
      problem(
        await client.call<Problem>('secretary', '/v1/participants', {
          method: 'POST',
          headers: { 'Content-Type': type, 'Idempotency-Key': randomUUID() },
          body,
        }),
      );
    expect(await send('{"unitId": ', 'application/json')).toEqual([400, 'body-is-not-json']);
    expect(await send('', 'application/json')).toEqual([400, 'body-is-not-json']);
    const long = JSON.stringify({ firstNames: 'a'.repeat(1_100_000) });
    expect(await send(long, 'application/json')).toEqual([413, 'too-large']);
    expect(await send('unitId=1', 'application/x-www-form-urlencoded')).toEqual([415, 'media-type-not-read']);
    expect(await send('bonjour', 'text/plain')).toEqual([415, 'media-type-not-read']);
    // what an import may be, a command may not, however long
    for (const type of ['text/csv', 'application/octet-stream', 'multipart/form-data; boundary=x'])
      expect(await send('a;b\n'.repeat(500_000), type)).toEqual([415, 'media-type-not-read']);
  });

  it('401 without a token or with a bad one, 403 for a role that may never say it', async () => {
    const missing = await asked(null, '/v1/committees');
    expect(problem(missing)).toEqual([401, 'token-missing']);
    expect(missing.headers.get('www-authenticate')).toBe('Bearer');
    for (const value of ['Bearer not-a-token', 'Basic dXNlcjpwYXNz', `Bearer ${await forged(client)}`])
      expect(problem(await asked(null, '/v1/committees', { Authorization: value }))).toEqual([
        401,
        'token-invalid',
      ]);
    expect(problem(await said('auditor', '/v1/participants', participant(unitId, 'X-1')))).toEqual([
      403,
      'forbidden',
    ]);
    expect(problem(await asked('donor', '/v1/participants'))).toEqual([403, 'forbidden']);
  });

  it('404 for what does not exist, as a resource, as the object of a command, as an address', async () => {
    const nobody = randomUUID();
    for (const path of ['committees', 'participants', 'meetings', 'trainings', 'recommendations', 'imports'])
      expect(problem(await asked('supervisor', `/v1/${path}/${nobody}`))).toEqual([404, 'unknown-resource']);
    const holding = { heldOn: '2024-11-21', presidingCapacity: 'MAIRE' };
    expect(problem(await said('secretary', `/v1/meetings/${nobody}/holding`, holding))).toEqual([
      404,
      'unknown-resource',
    ]);
    expect(problem(await asked('supervisor', '/v1/nowhere'))).toEqual([404, 'unknown-resource']);
    expect(problem(await asked('supervisor', `/v1/imports/${nobody}/refused-rows`))).toEqual([
      404,
      'unknown-resource',
    ]);
  });

  it('409 with the domain’s own code for what the domain refuses', async () => {
    const { committeeId } = await installedCommittee(client, 'ML090104');
    const convening = { committeeId, meetingKind: 'STATUTORY', plannedOn: '2024-11-21' };
    const { id } = await recorded(client, 'secretary', '/v1/meetings', convening);
    const hold = (heldOn: string, presidingCapacity = 'MAIRE') =>
      said('secretary', `/v1/meetings/${id}/holding`, { heldOn, presidingCapacity });
    expect(problem(await hold('2999-01-01'))).toEqual([409, 'held-in-the-future']);
    expect(problem(await hold('2020-01-01'))).toEqual([409, 'held-before-installation']);
    expect(problem(await hold('2024-11-21', 'GOUVERNEUR'))).toEqual([409, 'capacity-not-of-this-level']);
    const nowhere = { ...convening, committeeId: randomUUID() };
    expect(problem(await said('secretary', '/v1/meetings', nowhere))).toEqual([409, 'committee-unknown']);
  });

  it('422 with a pointer for every problem at once, and no field that is not known', async () => {
    const one = await said('secretary', '/v1/participants', {
      ...participant(unitId, 'X-1'),
      shoeSize: 42,
    });
    expect(problem(one)).toEqual([422, 'invalid']);
    expect(one.body.errors).toEqual([
      expect.objectContaining({ pointer: '/shoeSize', code: 'unknown-field' }),
    ]);

    const many = await said('secretary', '/v1/participants', {
      unitId: 'ici',
      sex: 'X',
      ageBand: 'abc',
      structureKind: 'ORG_FEMMES',
      corps: null,
      'a/b': 1,
    });
    expect(problem(many)).toEqual([422, 'invalid']);
    expect(many.body.errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '/ageBand',
      '/a~1b',
      '/sex',
      '/unitId',
    ]);
    const inPath = await asked('auditor', '/v1/meetings/first');
    expect([problem(inPath), inPath.body.errors?.[0]?.pointer]).toEqual([[422, 'invalid'], '/meetingId']);
    const query = await asked('auditor', '/v1/indicators?from=hier&to=2025-01-31&colour=red');
    expect(problem(query)).toEqual([422, 'invalid']);
    expect(query.body.errors?.map(({ pointer }) => pointer).sort()).toEqual(['/colour', '/from']);
    for (const body of [[], 'texte', null, 12])
      expect(problem(await said('secretary', '/v1/participants', body))[0]).toBe(422);
  });

  it('in French unless English is asked for, the code never translated', async () => {
    const answers = await Promise.all(
      ['', 'fr-ML,fr;q=0.9,en;q=0.8', 'en-GB,en;q=0.9', 'bm'].map((language) =>
        asked('auditor', '/v1/nowhere', language === '' ? {} : { 'Accept-Language': language }),
      ),
    );
    expect(answers.map(({ body }) => Reflect.get(body, 'title'))).toEqual([
      'Introuvable',
      'Introuvable',
      'Not found',
      'Introuvable',
    ]);
    expect(answers.map(({ headers }) => headers.get('content-language'))).toEqual(['fr', 'fr', 'en', 'fr']);
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set(['unknown-resource']));
  });

  it('304 when nothing moved, on lists, single resources and indicators', async () => {
    for (const path of [
      '/v1/territories?limit=3',
      `/v1/territories/${unitId}`,
      '/v1/indicators?from=2024-11-01&to=2025-01-31',
    ]) {
      const first = await asked('auditor', path);
      const etag = first.headers.get('etag') ?? '';
      expect([path, first.status, etag]).toEqual([path, 200, expect.stringMatching(/^".+"$/)]);
      const again = await client.get<string>('auditor', path, { 'If-None-Match': etag });
      expect([path, again.status, again.body]).toEqual([path, 304, '']);
      expect((await asked('auditor', path, { 'If-None-Match': '"other"' })).status).toBe(200);
    }
  });

  it('the position it is true at, with every answer', async () => {
    const { id, headers } = await recorded(
      client,
      'secretary',
      '/v1/participants',
      participant(unitId, 'BKOI-777'),
    );
    expect(headers.get('benkan-position')).toMatch(/^\d+$/);
    const position = headers.get('benkan-position') ?? '';
    for (const path of [
      '/v1/participants',
      '/v1/territories',
      '/v1/indicators?from=2024-11-01&to=2025-01-31',
    ]) {
      const answer = await asked('supervisor', path, { 'Benkan-At-Least': position });
      expect(answer.status).toBe(200);
      expect(BigInt(answer.headers.get('benkan-position') ?? '0')).toBeGreaterThanOrEqual(BigInt(position));
    }
    const one = await asked('supervisor', `/v1/participants/${id}`);
    expect(one.headers.get('etag')).toBe('"0"');
    const tooFar = await asked('supervisor', '/v1/participants', {
      'Benkan-At-Least': '99999999999999',
      'Benkan-Wait': '10',
    });
    expect(problem(tooFar)).toEqual([503, 'not-yet']);
    expect(tooFar.headers.get('retry-after')).toMatch(/^\d+$/);
    const words = await asked('supervisor', '/v1/participants', { 'Benkan-At-Least': 'now' });
    expect(problem(words)).toEqual([400, 'header-malformed']);
  });

  it('lists by page, to the end and without repeating', async () => {
    const seen: string[] = [];
    let after = '';
    const sizes: number[] = [];
    do {
      const { body } = await client.get<Page>('auditor', `/v1/territories?unitType=REGION&limit=8${after}`);
      seen.push(...body.items.map(({ id }) => id));
      sizes.push(body.items.length);
      after = body.next === undefined ? '' : `&after=${encodeURIComponent(body.next)}`;
    } while (after !== '');
    expect(sizes).toEqual([8, 8, 3]);
    expect(new Set(seen).size).toBe(19);
    for (const wrong of ['limit=0', 'limit=201', 'limit=dix', 'after=nulle-part', 'after=%00'])
      expect(problem(await asked('auditor', `/v1/territories?${wrong}`))[0]).toBe(422);
    const cursor = await asked('auditor', '/v1/territories?after=nulle-part');
    expect(cursor.body.errors).toEqual([expect.objectContaining({ pointer: '/after', code: 'bad-cursor' })]);
  });

  it('tokens for the roles there are', async () => {
    const issue = (body: unknown) => said(null, '/v1/demo/tokens', body);
    const given = await issue({ role: 'donor', territory: null });
    expect([given.status, given.body]).toEqual([
      201,
      { token: expect.stringMatching(/^\S+\.\S+\.\S+$/), expiresAt: expect.stringMatching(/^\d{4}-.*Z$/) },
    ]);
    for (const role of ['king', 'system', 'importer'])
      expect(problem(await issue({ role }))).toEqual([422, 'invalid']);
    expect((await issue({ role: 'secretary', territory: unitId })).status).toBe(201);
    const nowhere = await issue({ role: 'secretary', territory: 'Commune I' });
    expect([problem(nowhere), nowhere.body.errors?.[0]?.pointer]).toEqual([[422, 'invalid'], '/territory']);
  });

  it('its health, its contract and its documentation, without a token', async () => {
    expect((await asked(null, '/health/live')).body).toEqual({ status: 'up' });
    expect((await asked(null, '/health/ready')).body).toEqual({ status: 'ready', waitingFor: [] });
    const contract = await client.get<{ openapi: string; paths: object }>(null, '/v1/openapi.json');
    expect(contract.body.openapi).toMatch(/^3\.1\./);
    expect(Object.keys(contract.body.paths)).toEqual(
      expect.arrayContaining(['/v1/indicators', '/v1/imports', '/v1/meetings/{meetingId}/attendance']),
    );
    const docs = await client.get<string>(null, '/docs');
    expect([docs.status, docs.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(docs.body).toMatch(/^<!doctype html>/i);
    expect(docs.body).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});

/** A token whose claims were changed after it was signed. */
const forged = async (client: Client): Promise<string> => {
  const [head = '', claims = '', signature = ''] = (await client.tokenFor('donor')).split('.');
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
  const roles = [{ role: 'national', territory: null }];
  return [head, Buffer.from(JSON.stringify({ ...said, roles })).toString('base64url'), signature].join('.');
};
