import { inMemoryViews } from './in-memory';
import { viewStoreContract } from './testing';

viewStoreContract('in memory', async () => ({ views: inMemoryViews(), close: async () => undefined }));

describe('views in memory', () => {
  it('keep the first reason of a parked event', async () => {
    const views = inMemoryViews();
    const event = { generation: 's', stream: 'one', revision: 3n, eventId: 'e', type: 't', reason: 'first' };
    await views.park(event);
    await views.park({ ...event, reason: 'second' });
    expect(views.allParked()).toEqual([event]);
  });
});
