import type { benkanWith } from './command-line';

export type Said = {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: Readonly<Record<string, unknown>>;
};

export type Session = { readonly token: string; readonly refreshToken: string };

/** What a person's program says to the local issuer. */
export const issuerAt = (url: string) => {
  const say = async (path: string, body: unknown): Promise<Said> => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: text === '' ? {} : (JSON.parse(text) as Said['body']),
    };
  };
  const sessionOf = ({ status, body }: Said): Session => {
    if (status !== 201) throw new Error(JSON.stringify(body));
    return { token: String(body['token']), refreshToken: String(body['refreshToken']) };
  };
  const signIn = (login: string, password: string) => say('/v1/tokens', { login, password });

  return {
    say,
    signIn,
    refresh: (refreshToken: string) => say('/v1/tokens/refresh', { refreshToken }),
    revoke: (refreshToken: string) => say('/v1/tokens/revocation', { refreshToken }),
    changePassword: (login: string, password: string, newPassword: string) =>
      say('/v1/accounts/password', { login, password, newPassword }),
    session: async (login: string, password: string) => sessionOf(await signIn(login, password)),
    renewed: async (refreshToken: string) => sessionOf(await say('/v1/tokens/refresh', { refreshToken })),
    get: async (path: string, token: string) => {
      const response = await fetch(`${url}${path}`, { headers: { Authorization: `Bearer ${token}` } });
      return { status: response.status, body: (await response.json()) as Said['body'] };
    },
  };
};

/** What a token says, unverified. */
export const claimsOf = (token: string): Readonly<Record<string, unknown>> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Readonly<
    Record<string, unknown>
  >;

/** Opens an account, or gives it another password; answers the one-time password that was printed. */
export const oneTimePassword = async (
  benkan: ReturnType<typeof benkanWith>,
  folder: string,
  ...args: readonly string[]
): Promise<string> => {
  const { said, complained } = await benkan(folder, 'accounts', ...args);
  const found = /usage unique : (\S+)/.exec(said)?.[1];
  if (found === undefined) throw new Error(said + complained);
  return found;
};
