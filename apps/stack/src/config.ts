import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { InvalidEnvironment, parseEnvironment } from '@benkan/config';
import { exposureProblems, isOnLoopback, realOf, tlsOf } from './exposure';
import { flagsOf, type Flags } from './flags';
import { clockChecked, logLevel, metricsPort, remindersEnvironment } from '@benkan/hosting';

// anybody on this machine may ask for a token of any role: what they open must be the demonstration's own
const server = () =>
  z.string().refine(isOnLoopback, 'the stack runs over servers of this machine only (127.0.0.1)').optional();

const file = () => z.string().min(1).optional();

const environment = z.object({
  PORT: z.coerce
    .number({ error: 'must be a number; 0 picks a free port' })
    .int()
    .min(0)
    .max(65_535)
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  TLS_CERT_FILE: file(),
  TLS_KEY_FILE: file(),
  BENKAN_KEK_FILE: file(),
  OIDC_ISSUER: z.url({ error: 'must be the URL of an OpenID Connect issuer' }).optional(),
  OIDC_AUDIENCE: z.string().min(1).optional(),
  BENKAN_DATA: z.string().min(1).default('.benkan'),
  ESDB_URL: server(),
  NATS_URL: server(),
  NATS_TOKEN: z.string().optional(),
  MONGO_URL: server(),
  VAULT_URL: server(),
  KEYS_URL: server(),
  BENKAN_CLOCK_CHECKED: clockChecked,
  BENKAN_TERRITORY: z.enum(['whole', 'core'], { error: 'must be whole or core' }).default('whole'),
  METRICS_PORT: metricsPort,
  LOG_LEVEL: logLevel.default('warn'),
});

const exposed = environment.pick({
  HOST: true,
  TLS_CERT_FILE: true,
  TLS_KEY_FILE: true,
  OIDC_ISSUER: true,
  OIDC_AUDIENCE: true,
});

// said beside whatever else is wrong
const exposure = (real: boolean): readonly string[] => {
  const { success, data } = exposed.safeParse(process.env);
  return success ? exposureProblems(data, real) : [];
};

// one message, whichever side the mistakes are on
const parsedWith = (flags: Flags) => {
  const problems = [...flags.mistakes, ...exposure(flags.real !== undefined)];
  try {
    const env = parseEnvironment(environment.and(remindersEnvironment), process.env);
    if (problems.length === 0) return env;
  } catch (error) {
    if (!(error instanceof InvalidEnvironment)) throw error;
    problems.unshift(...error.problems);
  }
  throw new InvalidEnvironment(problems);
};

/** What the launcher was asked for: the environment and the flags, every problem at once. */
export const config = (args: readonly string[] = process.argv.slice(2)) => {
  const flags = flagsOf(args);
  const env = parsedWith(flags);
  return {
    real: realOf(flags, env),
    tls: tlsOf(env),
    port: env.PORT,
    host: env.HOST,
    dataFolder: env.BENKAN_DATA,
    ephemeral: flags.ephemeral,
    empty: flags.empty,
    logLevel: env.LOG_LEVEL,
    clockChecked: env.BENKAN_CLOCK_CHECKED,
    /** `core`: the régions and Bamako's communes, nothing below them in the background. */
    territory: env.BENKAN_TERRITORY,
    metricsPort: env.METRICS_PORT,
    reminders: env.reminders,
    /** Real servers in place of the embedded ones. */
    elsewhere: {
      esdb: env.ESDB_URL,
      nats: env.NATS_URL,
      natsToken: env.NATS_TOKEN,
      mongo: env.MONGO_URL,
      vault: env.VAULT_URL,
      keys: env.KEYS_URL,
    },
    brokerToken: env.NATS_TOKEN ?? randomBytes(24).toString('hex'),
    contextKey: randomBytes(32).toString('hex'),
  };
};

export type StackConfig = ReturnType<typeof config>;
