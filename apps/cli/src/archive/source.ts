import type { Source } from '@benkan/archive';
import { esdbEventStore } from '@benkan/event-store-esdb';
import { accountsShelf, databaseOf } from '@benkan/hosting';
import type { StoreUrls } from '@benkan/laptop';
import { openShelves } from '@benkan/vault-mongo';

/** Opens the event store, the vault's shelves and the accounts for as long as the work lasts; sealed, without any key. */
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
    try {
      const accounts = await accountsShelf(keysUrl);
      return await work({ store, shelves: { ...shelves, accounts: accounts.shelf } }).finally(accounts.close);
    } finally {
      await close();
    }
  } finally {
    await store.close();
  }
};
