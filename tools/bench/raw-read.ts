import { excludeSystemEvents } from '@eventstore/db-client';
import type { Stored } from './stored-history';

/** Reads a stored history as the client's documentation shows it. */
export const rawRead = ({ client, before, count }: Stored): Promise<void> =>
  new Promise((resolve, reject) => {
    let seen = 0;
    const subscription = client.subscribeToAll({
      fromPosition: before ?? 'start',
      filter: excludeSystemEvents(),
    });
    subscription.on('error', reject);
    subscription.on('data', () => {
      seen += 1;
      if (seen === count) subscription.unsubscribe().then(resolve, reject);
    });
  });
