import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { communeAtWork, type Commune } from './access-sample';
import { clientOf, type Client } from './client';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;
const INTERNAL =
  /node_modules|\bat [\w.<>]+ \(|\.(ts|js):\d+|libs\/|dist\/|mongo|nats|esdb|eventstore|zod|fastify|TypeError|Error:/i;

type Problem = {
  readonly code: string;
  readonly status: number;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
};
type Said = { readonly status: number; readonly text: string; readonly problem: Problem };

const base64 = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

describe('hostile requests', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let commune: Commune;
  let token: string;

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
    commune = await communeAtWork(client, 'ML090101');
    token = await client.tokenFor('secretary');
  }, 3 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  // every answer of this suite is looked at for what must stay inside
  const send = async (
    path: string,
    init: { readonly method?: string; readonly body?: string | Buffer; readonly bearer?: string } = {},
  ): Promise<Said> => {
    const { bearer = token, ...rest } = init;
    const response = await fetch(`${stack.url}${path}`, {
      ...rest,
      headers: {
        Authorization: `Bearer ${bearer}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
      },
    });
    const text = await response.text();
    expect(text).not.toMatch(INTERNAL);
    return { status: response.status, text, problem: JSON.parse(text) as Problem };
  };
  const post = (path: string, body: string | Buffer) => send(path, { method: 'POST', body });
  const claimsOf = (jwt: string): Record<string, unknown> =>
    JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
  const headOf = (jwt: string): Record<string, unknown> =>
    JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString()) as Record<string, unknown>;

  describe('a forged token', () => {
    const national = [{ role: 'national', territory: null }];
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const forgeries: Readonly<Record<string, () => string>> = {
      'alg none': () => `${base64({ ...headOf(token), alg: 'none' })}.${token.split('.')[1]}.`,
      'alg none, with more roles': () =>
        `${base64({ alg: 'none', typ: 'at+jwt' })}.${base64({ ...claimsOf(token), roles: national })}.`,
      'another key': () => {
        const body = `${base64(headOf(token))}.${base64({ ...claimsOf(token), roles: national })}`;
        return `${body}.${sign(null, Buffer.from(body), privateKey).toString('base64url')}`;
      },
      'a key of its own in the header': () => {
        const jwk = publicKey.export({ format: 'jwk' });
        const body = `${base64({ ...headOf(token), jwk })}.${base64(claimsOf(token))}`;
        return `${body}.${sign(null, Buffer.from(body), privateKey).toString('base64url')}`;
      },
      'a secret in place of a key': () => {
        const body = `${base64({ alg: 'HS256', typ: 'at+jwt' })}.${base64(claimsOf(token))}`;
        return `${body}.${createHmac('sha256', '').update(body).digest('base64url')}`;
      },
      'tampered claims': () => {
        const [head, , seal] = token.split('.');
        return `${head}.${base64({ ...claimsOf(token), roles: national })}.${seal}`;
      },
      'another audience': () => {
        const [head, , seal] = token.split('.');
        return `${head}.${base64({ ...claimsOf(token), aud: 'another' })}.${seal}`;
      },
      'a longer life': () => {
        const [head, , seal] = token.split('.');
        return `${head}.${base64({ ...claimsOf(token), exp: 4_000_000_000 })}.${seal}`;
      },
      'no seal': () => token.split('.').slice(0, 2).join('.'),
      nonsense: () => 'a.b.c',
    };

    it.each(Object.keys(forgeries))('opens nothing: %s', async (name) => {
      const { status, problem } = await send('/v1/meetings', { bearer: forgeries[name]?.() ?? '' });
      expect([status, problem.code]).toEqual([401, 'token-invalid']);
    });

    it('opens nothing where the right one does', async () => {
      expect((await send('/v1/meetings')).status).toBe(200);
    });
  });

  it.each(['role', 'by', 'at', 'actor', 'status', 'territory', 'revision', 'unitId', 'committee'])(
    'takes no field it was not asked for: %s',
    async (field) => {
      const body = { heldOn: '2024-11-21', presidingCapacity: 'MAIRE', [field]: 'national' };
      const { status, problem } = await post(
        `/v1/meetings/${commune.meetingId}/holding`,
        JSON.stringify(body),
      );
      expect([status, problem.errors]).toEqual([
        422,
        [expect.objectContaining({ pointer: `/${field}`, code: 'unknown-field' })],
      ]);
    },
  );

  it('takes the meeting of the path alone', async () => {
    const body = { meetingId: randomUUID(), heldOn: '2024-11-21', presidingCapacity: 'MAIRE' };
    const { status } = await post(`/v1/meetings/${commune.meetingId}/holding`, JSON.stringify(body));
    expect(status).toBe(422);
  });

  it.each([
    '{"__proto__":{"presidingCapacity":"MAIRE"},"heldOn":"2024-11-21"}',
    '{"constructor":{"prototype":{"admin":true}},"heldOn":"2024-11-21","presidingCapacity":"MAIRE"}',
    '{"heldOn":{"__proto__":{"a":1}},"presidingCapacity":"MAIRE"}',
    '{"heldOn":"2024-11-21","presidingCapacity":"__proto__"}',
    '{"heldOn":"2024-11-21","presidingCapacity":"constructor"}',
    '[{"__proto__":[]}]',
  ])('is not polluted by %s', async (body) => {
    const { status } = await post(`/v1/meetings/${commune.meetingId}/holding`, body);
    expect([400, 422]).toContain(status);
    const { status: after } = await send('/v1/indicators?from=2024-11-01&to=2025-01-31');
    expect(after).toBe(200);
  });

  it.each([
    '__proto__[limit]=1',
    'constructor.prototype.limit=1',
    'limit[]=1',
    'limit=1&limit=2',
    'after[$gt]=',
  ])('takes no such query: %s', async (query) => {
    expect((await send(`/v1/meetings?${query}`)).status).toBe(422);
  });

  it.each(['__proto__', 'constructor', '%00', '..%2f..%2fetc%2fpasswd', "'%20or%201=1", 'x'.repeat(150)])(
    'finds nothing under the id %s',
    async (id) => {
      expect([404, 422]).toContain((await send(`/v1/meetings/${id}`)).status);
    },
  );

  const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

  type Refused = readonly [name: string, body: () => string, status: number, code: string];
  const refused: readonly Refused[] = [
    ['more than a mebibyte', () => JSON.stringify({ note: 'x'.repeat(1_100_000) }), 413, 'too-large'],
    ['17 levels', () => nested(17), 400, 'body-too-deep'],
    ['thousands of levels', () => nested(100_000), 400, 'body-too-deep'],
    ['thousands of lists', () => '['.repeat(200_000), 400, 'body-is-not-json'],
    ['half an object', () => '{"heldOn":', 400, 'body-is-not-json'],
    ['two objects', () => '{}{}', 400, 'body-is-not-json'],
    ['no JSON', () => 'heldOn=2024-11-21', 400, 'body-is-not-json'],
    ['a lone surrogate and controls', () => '{"heldOn":"\u0000"}', 400, 'body-is-not-json'],
  ];

  it.each(refused)('refuses a body of %s', async (_name, body, status, code) => {
    const said = await post(`/v1/meetings/${commune.meetingId}/holding`, body());
    expect([said.status, said.problem.code]).toEqual([status, code]);
  });

  it('reads a body of 16 levels, and refuses it for what it says', async () => {
    const said = await post(`/v1/meetings/${commune.meetingId}/holding`, nested(16));
    expect([said.status, said.problem.code]).toEqual([422, 'invalid']);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('knows no %s', async (method) => {
    const { status } = await send(`/v1/meetings/${commune.meetingId}`, { method, body: '{}' });
    expect([404, 405]).toContain(status);
  });
});
