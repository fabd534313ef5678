import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { InvalidEnvironment, parseEnvironment } from '@benkan/config';
import { clockChecked, logLevel, metricsPort } from '@benkan/hosting';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

const isOnLoopback = (url: string): boolean =>
  URL.canParse(url) && LOOPBACK.has(new URL(url).hostname.replace(/[[\]]/g, ''));

// anybody on this machine may ask for a token of any role: what they open must be the demonstration's own
const server = () =>
  z
    .string()
    .refine(isOnLoopback, 'a demonstration runs over servers of this machine only (127.0.0.1)')
    .optional();

const environment = z.object({
  PORT: z.coerce
    .number({ error: 'must be a number; 0 picks a free port' })
    .int()
    .min(0)
    .max(65_535)
    .default(3000),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine((host) => LOOPBACK.has(host), {
      error: 'demonstration tokens are given on loopback only; leave HOST at 127.0.0.1',
    }),
  BENKAN_DATA: z.string().min(1).default('.benkan'),
  ESDB_URL: server(),
  NATS_URL: server(),
  NATS_TOKEN: z.string().optional(),
  MONGO_URL: server(),
  VAULT_URL: server(),
  KEYS_URL: server(),
  BENKAN_CLOCK_CHECKED: clockChecked,
  METRICS_PORT: metricsPort,
  LOG_LEVEL: logLevel.default('warn'),
});

const FLAGS = new Set(['--empty', '--ephemeral']);

// one message, whichever side the mistakes are on
const parsedWith = (mistakes: readonly string[]) => {
  const problems = [...mistakes];
  try {
    const env = parseEnvironment(environment, process.env);
    if (problems.length === 0) return env;
  } catch (error) {
    if (!(error instanceof InvalidEnvironment)) throw error;
    problems.unshift(...error.problems);
  }
  throw new InvalidEnvironment(problems);
};

/** What the launcher was asked for: the environment and the flags, every problem at once. */
export const config = (args: readonly string[] = process.argv.slice(2)) => {
  const env = parsedWith(
    args
      .filter((arg) => !FLAGS.has(arg))
      .map((arg) => `${arg}: unknown flag; there are ${[...FLAGS].join(' and ')}`),
  );
  return {
    port: env.PORT,
    host: env.HOST,
    dataFolder: env.BENKAN_DATA,
    ephemeral: args.includes('--ephemeral'),
    empty: args.includes('--empty'),
    logLevel: env.LOG_LEVEL,
    clockChecked: env.BENKAN_CLOCK_CHECKED,
    metricsPort: env.METRICS_PORT,
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
