import { z } from 'zod';
import type { Addresses } from './addresses';

const url = (...protocols: readonly string[]) =>
  z
    .string({ error: 'is missing' })
    .refine(
      (text) => protocols.some((protocol) => text.startsWith(`${protocol}:`)),
      `must be a URL of ${protocols.join(' or ')}`,
    );

const contextKey = z
  .string({ error: 'is missing' })
  .regex(/^[0-9a-f]{64,}$/i, 'must be 32 bytes or more in hex, the same for every service');

/** For an operator who has checked the clock: a recorded fact is in the future, not this machine in the past. */
export const clockChecked = z
  .enum(['yes', 'no'], { error: 'must be yes or no' })
  .default('no')
  .transform((answer) => answer === 'yes');

export const logLevel = z.enum(['silent', 'error', 'warn', 'info']).default('info');

/** Where operators read the figures of a process, on loopback; none when absent. */
export const metricsPort = z.coerce
  .number({ error: 'must be a number; 0 picks a free port' })
  .int()
  .min(0)
  .max(65_535)
  .optional();

export type ServiceSettings = {
  readonly addresses: Addresses;
  readonly logLevel: z.infer<typeof logLevel>;
  readonly clockChecked: boolean;
  readonly metricsPort: number | undefined;
};

/** What every service reads of its environment. */
export const serviceEnvironment = z
  .object({
    ESDB_URL: url('esdb', 'esdb+discover'),
    NATS_URL: url('nats', 'tls'),
    NATS_TOKEN: z.string().min(1).optional(),
    MONGO_URL: url('mongodb', 'mongodb+srv'),
    VAULT_URL: url('mongodb', 'mongodb+srv'),
    KEYS_URL: url('mongodb', 'mongodb+srv'),
    BENKAN_KEK_FILE: z.string({ error: 'is missing' }).min(1),
    CONTEXT_KEY: contextKey,
    BENKAN_CLOCK_CHECKED: clockChecked,
    METRICS_PORT: metricsPort,
    LOG_LEVEL: logLevel,
  })
  .transform((env): ServiceSettings => ({
    addresses: {
      esdbUrl: env.ESDB_URL,
      natsUrl: env.NATS_URL,
      natsToken: env.NATS_TOKEN,
      mongoUrl: env.MONGO_URL,
      vaultUrl: env.VAULT_URL,
      keysUrl: env.KEYS_URL,
      kekFile: env.BENKAN_KEK_FILE,
      contextKey: env.CONTEXT_KEY,
    },
    logLevel: env.LOG_LEVEL,
    clockChecked: env.BENKAN_CLOCK_CHECKED,
    metricsPort: env.METRICS_PORT,
  }));

const aMinute = (most: number) =>
  z.coerce.number({ error: 'must be a number of requests a minute' }).int().min(1).default(most);

/** Behind one address there may be a whole office: it may ask five times what one person may. */
const limit = (principal: number) => ({ principal, address: principal * 5 });

/** What the gateway reads: no store, only the broker and the issuer of tokens. */
export const gatewayEnvironment = z
  .object({
    NATS_URL: url('nats', 'tls'),
    NATS_TOKEN: z.string().min(1).optional(),
    CONTEXT_KEY: contextKey,
    /** Kept between starts, and shared by the gateways; without it no pack for a device is made. */
    SYNC_PACK_KEYS_FILE: z.string().min(1).optional(),
    OIDC_ISSUER: z.url({ error: 'must be the URL of an OpenID Connect issuer' }),
    OIDC_AUDIENCE: z.string({ error: 'is missing' }).min(1),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    RATE_READS: aMinute(6_000),
    RATE_WRITES: aMinute(3_000),
    RATE_SEARCHES: aMinute(300),
    RATE_TOKENS: aMinute(60),
    LOG_LEVEL: logLevel,
  })
  .transform((env) => ({
    natsUrl: env.NATS_URL,
    natsToken: env.NATS_TOKEN,
    contextKey: env.CONTEXT_KEY,
    packKeysFile: env.SYNC_PACK_KEYS_FILE,
    oidcIssuer: env.OIDC_ISSUER,
    oidcAudience: env.OIDC_AUDIENCE,
    port: env.PORT,
    host: env.HOST,
    limits: {
      reads: limit(env.RATE_READS),
      writes: limit(env.RATE_WRITES),
      searches: limit(env.RATE_SEARCHES),
      tokens: limit(env.RATE_TOKENS),
    },
    logLevel: env.LOG_LEVEL,
  }));
