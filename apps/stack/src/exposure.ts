import type { Flags } from './flags';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

export const isOnLoopback = (url: string): boolean =>
  URL.canParse(url) && LOOPBACK.has(new URL(url).hostname.replace(/[[\]]/g, ''));

type Env = {
  readonly HOST: string;
  readonly TLS_CERT_FILE?: string | undefined;
  readonly TLS_KEY_FILE?: string | undefined;
  readonly BENKAN_KEK_FILE?: string | undefined;
  readonly OIDC_ISSUER?: string | undefined;
  readonly OIDC_AUDIENCE?: string | undefined;
};

export type TlsFiles = { readonly certFile: string; readonly keyFile: string };

/** The two files of TLS, when both are given. */
export const tlsOf = ({ TLS_CERT_FILE, TLS_KEY_FILE }: Env): TlsFiles | undefined =>
  TLS_CERT_FILE === undefined || TLS_KEY_FILE === undefined
    ? undefined
    : { certFile: TLS_CERT_FILE, keyFile: TLS_KEY_FILE };

const hostProblem = (env: Env, real: boolean): readonly string[] => {
  if (LOOPBACK.has(env.HOST)) return [];
  if (!real) return ['HOST: demonstration tokens are given on loopback only; leave HOST at 127.0.0.1'];
  if (tlsOf(env) !== undefined) return [];
  return ['HOST: names and passwords leave this machine over TLS only; give TLS_CERT_FILE and TLS_KEY_FILE'];
};

const halfProblem = (env: Env, one: keyof Env, other: keyof Env): readonly string[] =>
  (env[one] === undefined) === (env[other] === undefined) ? [] : [`${one}, ${other}: give both or neither`];

/** What of an environment would open the stack to more than it may be open to. */
export const exposureProblems = (env: Env, real: boolean): readonly string[] => [
  ...hostProblem(env, real),
  ...halfProblem(env, 'TLS_CERT_FILE', 'TLS_KEY_FILE'),
  ...(real ? halfProblem(env, 'OIDC_ISSUER', 'OIDC_AUDIENCE') : []),
];

export type Oidc = { readonly issuer: string; readonly audience: string };

export type RealSettings = {
  readonly folder: string;
  readonly kekFile: string | undefined;
  readonly passphrase: boolean;
  /** In place of the accounts kept here. */
  readonly oidc: Oidc | undefined;
};

/** What was said of a directory for real data; undefined over a demonstration. */
export const realOf = (
  { real, passphrase }: Pick<Flags, 'real' | 'passphrase'>,
  { BENKAN_KEK_FILE, OIDC_ISSUER, OIDC_AUDIENCE }: Env,
): RealSettings | undefined =>
  real === undefined
    ? undefined
    : {
        folder: real,
        kekFile: BENKAN_KEK_FILE,
        passphrase,
        oidc:
          OIDC_ISSUER === undefined || OIDC_AUDIENCE === undefined
            ? undefined
            : { issuer: OIDC_ISSUER, audience: OIDC_AUDIENCE },
      };
