import { z } from 'zod';
import { parseEnvironment } from '@benkan/config';

const server = () => z.string().min(1).optional();

const environment = z
  .object({
    BENKAN_DATA: z.string().min(1).default('.benkan'),
    BENKAN_KEK_FILE: z.string().min(1).optional(),
    ESDB_URL: server(),
    MONGO_URL: server(),
    VAULT_URL: server(),
    KEYS_URL: server(),
  })
  .superRefine((env, context) => {
    const names = ['ESDB_URL', 'MONGO_URL', 'VAULT_URL', 'KEYS_URL'] as const;
    const missing = names.filter((name) => env[name] === undefined);
    if (missing.length === 0 || missing.length === names.length) return;
    for (const name of missing)
      context.addIssue({ code: 'custom', path: [name], message: 'is missing: give all four stores or none' });
  });

/** Where the stores are: four addresses, or a data folder. */
export const config = () => {
  const { BENKAN_DATA, BENKAN_KEK_FILE, ESDB_URL, MONGO_URL, VAULT_URL, KEYS_URL } = parseEnvironment(
    environment,
    process.env,
  );
  const given =
    ESDB_URL && MONGO_URL && VAULT_URL && KEYS_URL
      ? { esdbUrl: ESDB_URL, mongoUrl: MONGO_URL, vaultUrl: VAULT_URL, keysUrl: KEYS_URL }
      : undefined;
  return { dataFolder: BENKAN_DATA, kekFile: BENKAN_KEK_FILE, stores: given };
};

export type CliConfig = ReturnType<typeof config>;
