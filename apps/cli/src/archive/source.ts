import type { Source } from '@benkan/archive';
import { esdbEventStore } from '@benkan/event-store-esdb';
import { databaseOf } from '@benkan/hosting';
import type { StoreUrls } from '@benkan/laptop';
import { openShelves } from '@benkan/vault-mongo';

/** Opens the event store and the vault's shelves for as long as the work lasts; sealed, without any key. */
export const withSource = async <Result>(
  { esdbUrl, vaultUrl, keysUrl }: StoreUrls,
  work: (source: Source) => Promise<Result>,
): Promise<Result> => {
  const store = esdbEventStore({ url: esdbUrl });
  try {
    const { shelves, close } = await openShelves({
      vaultUrl: databaseOf(vaultUrl, 'benkan-vault'),
      keysUrl: databaseOf(keysUrl, 'benkan-keys'),
    });
    return await work({ store, shelves }).finally(close);
  } finally {
    await store.close();
  }
};
