import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openKnownFolder, startStores, whereRunning, type DataFolder, type StoreUrls } from '@benkan/laptop';
import { CannotDo } from './command';
import type { CliConfig } from './config';

export type Stores = { readonly urls: StoreUrls; readonly close: () => Promise<void> };

const nothingToClose = (): Promise<void> => Promise.resolve();

/** The data folder a command works on, demonstration or real. Throws `CannotDo`. */
export const knownFolder = ({
  dataFolder,
  kekFile,
}: Pick<CliConfig, 'dataFolder' | 'kekFile'>): DataFolder => {
  if (!existsSync(join(dataFolder, 'benkan.json')))
    throw new CannotDo(
      `${dataFolder} n'est pas un dossier de données de Benkan : indiquez le bon par BENKAN_DATA, ou quatre adresses (ESDB_URL, MONGO_URL, VAULT_URL, KEYS_URL)`,
    );
  return openKnownFolder({ folder: dataFolder, kekFile });
};

/**
 * The stores a command works on: those of the environment, those of the stack that runs on the data folder, or, when
 * none runs, the folder's own, started for as long as the command lasts.
 */
export const openStores = async (config: CliConfig): Promise<Stores> => {
  const { stores } = config;
  if (stores !== undefined) return { urls: stores, close: nothingToClose };
  const folder = knownFolder(config);
  const running = whereRunning(folder);
  return running === undefined ? startStores(folder) : { urls: running, close: nothingToClose };
};

/** Does something with the stores, and closes what it opened, whatever happens. */
export const withStores = async <Result>(
  config: CliConfig,
  work: (stores: StoreUrls) => Promise<Result>,
): Promise<Result> => {
  const stores = await openStores(config);
  try {
    return await work(stores.urls);
  } finally {
    await stores.close();
  }
};
