import { randomUUID } from 'node:crypto';
import type { IndicatorItem } from '@benkan/contracts/analytics';
import type { ImportJob, RowReport } from '@benkan/contracts/imports';

export type Answer<Body = Record<string, unknown>> = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
};
export type ImportReport = ImportJob & { readonly rows: readonly RowReport[]; readonly next?: string };

/** How often an answer that does not yet include what this client wrote is asked for, 2 s each. */
const PATIENCE = 5;

/** A client of the HTTP edge, as a stranger would write one: it reads what it wrote. Its roles count in one territory, where one is given. */
export const clientOf = (url: string, territory: string | null = null) => {
  const tokens = new Map<string, Promise<string>>();
  let written = 0n;

  const issued = async (role: string): Promise<string> => {
    const response = await fetch(`${url}/v1/demo/tokens`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ role, territory }),
    });
    return ((await response.json()) as { token: string }).token;
  };

  /** One token, so one person, for each role. */
  const tokenFor = (role: string): Promise<string> => {
    const token = tokens.get(role) ?? issued(role);
    tokens.set(role, token);
    return token;
  };

  const call = async <Body = Record<string, unknown>>(
    role: string | null,
    path: string,
    init: {
      readonly method?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Buffer;
    } = {},
  ): Promise<Answer<Body>> => {
    const authorization = role === null ? {} : { Authorization: `Bearer ${await tokenFor(role)}` };
    const response = await fetch(`${url}${path}`, {
      ...init,
      headers: { ...authorization, ...init.headers },
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : text) as Body,
    };
  };

  const get = async <Body = Record<string, unknown>>(
    role: string | null,
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> => {
    const asked = { 'Benkan-At-Least': String(written), ...headers };
    for (let times = 1; ; times += 1) {
      const answer = await call<Body>(role, path, { headers: asked });
      const isLate = (answer.body as { readonly code?: unknown } | null)?.code === 'not-yet';
      if (!isLate || times === PATIENCE || 'Benkan-At-Least' in headers) return answer;
    }
  };

  const post = async <Body = Record<string, unknown>>(
    role: string | null,
    path: string,
    body: unknown,
    {
      key = randomUUID(),
      headers = {},
    }: { readonly key?: string; readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Answer<Body>> => {
    const answer = await call<Body>(role, path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...headers },
      body: JSON.stringify(body),
    });
    const { position: at } = (answer.body ?? {}) as { readonly position?: unknown };
    if (answer.status < 300 && typeof at === 'string' && BigInt(at) > written) written = BigInt(at);
    return answer;
  };

  const upload = (
    role: string,
    kind: string,
    bytes: Buffer,
    { key = randomUUID(), name = 'feuille.xlsx', query = '' } = {},
  ) =>
    call<{ id: string; code?: string }>(role, `/v1/imports?kind=${kind}${query}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/octet-stream',
        'Idempotency-Key': key,
        'Content-Disposition': `attachment; filename="${name}"`,
      },
      body: bytes,
    });

  /** Polls until the import is over, then reads every page of its report. */
  const imported = async (
    role: string,
    kind: string,
    bytes: Buffer,
    options: Parameters<typeof upload>[3] = {},
  ): Promise<ImportReport> => {
    const { status, body } = await upload(role, kind, bytes, options);
    if (status !== 202) throw new Error(`upload answered ${status}: ${JSON.stringify(body)}`);
    for (;;) {
      const { body: report } = await get<ImportReport>(role, `/v1/imports/${body.id}?limit=200`);
      if (report.status === 'COMPLETED' || report.status === 'REJECTED') return report;
    }
  };

  const indicators = async (
    query = 'from=2024-11-01&to=2025-01-31',
    atLeast = '0',
  ): Promise<readonly IndicatorItem[]> => {
    const { status, body } = await get<{ items: readonly IndicatorItem[] }>(
      'supervisor',
      `/v1/indicators?${query}`,
      { 'Benkan-At-Least': atLeast },
    );
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body.items;
  };

  /** The position the indicators are true at: at least the one given. */
  const position = async (atLeast = '0'): Promise<string> => {
    const { headers } = await get('supervisor', '/v1/indicators?from=2024-11-01&to=2025-01-31', {
      'Benkan-At-Least': atLeast,
    });
    return headers.get('benkan-position') ?? '';
  };

  return { get, post, call, upload, imported, indicators, position, tokenFor };
};

export type Client = ReturnType<typeof clientOf>;
