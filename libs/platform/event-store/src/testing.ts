import { appendingExamples } from './appending.examples';
import type { EventStore } from './event-store';
import type { Opened, OpenStore } from './store.examples';
import { readingExamples } from './reading.examples';
import { subscribingExamples } from './subscribing.examples';

export type { Opened, OpenStore };

/**
 * The behaviour every event store shares. `open` is called once; the examples use streams of their own,
 * so that the store may hold anything else.
 */
export const eventStoreContract = (name: string, open: OpenStore): void => {
  describe(`event store contract: ${name}`, () => {
    let opened: Opened;
    const store = (): EventStore => opened.store;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    appendingExamples(store);
    readingExamples(store);
    subscribingExamples(store);
  });
};
