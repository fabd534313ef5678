import { createHmac } from 'node:crypto';
import {
  commandHandler,
  inMemoryStore,
  verifyChain,
  type Handle,
  type RecordedEvent,
} from '@benkan/event-store';
import type { Asked } from './door';
import { recordOpening } from './names-opened';

const committee = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';
const opened = {
  ...{ wireName: 'meetings.get-attendance-sheet', resourceId: committee, count: 22 },
  purpose: 'ATTENDANCE_SHEET' as const,
};
const vault = {
  digest: (purpose: string, text: string) => createHmac('sha256', purpose).update(text).digest('hex'),
};
const askedAt = (commandId: string): Asked<unknown> => ({
  ...{ body: {}, role: 'secretary', territory: null, unitIds: undefined, at: '2026-03-01T08:00:00.000Z' },
  principal: { issuer: 'i', subject: 'awa', roles: [] },
  ...{ requestId: commandId, commandId, correlationId: commandId, causationId: commandId },
  ...{ traceparent: '', deadline: 0 },
});

const recording = (store = inMemoryStore(), handle: Handle = commandHandler({ store }).handle) => ({
  store,
  record: (commandId: string, more: Partial<typeof opened> = {}) =>
    recordOpening({ handle, vault }, askedAt(commandId), { ...opened, ...more }),
});

const stored = async ({ store }: ReturnType<typeof recording>): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  const stopping = new AbortController();
  for await (const item of store.subscribe({ signal: stopping.signal })) {
    if (item.kind === 'event') events.push(item.event);
    if (item.kind === 'caught-up') stopping.abort();
  }
  return events;
};

describe('the record of names opened', () => {
  it('is one for each opening, on one chain a thing and day', async () => {
    const one = recording();
    await one.record('11111111-1111-5111-8111-111111111111');
    await one.record('11111111-1111-5111-8111-111111111112');
    const events = await stored(one);
    expect(events.map(({ data }) => data)).toEqual([
      { role: 'secretary', ...opened },
      { role: 'secretary', ...opened },
    ]);
    expect(await verifyChain(one.store, events[0]?.stream ?? '')).toMatchObject({
      kind: 'whole',
      revision: 1n,
    });
  });

  it('is none where nobody was named', async () => {
    const one = recording();
    await one.record('11111111-1111-5111-8111-111111111111', { count: 0 });
    expect(await stored(one)).toEqual([]);
  });

  it('is waited for: without it there is nothing to show', async () => {
    const full: Handle = () => Promise.resolve({ kind: 'fault', code: 'storage-full', detail: '' });
    const { record } = recording(inMemoryStore(), full);
    await expect(record('11111111-1111-5111-8111-111111111111')).rejects.toMatchObject({
      code: 'storage-full',
    });
  });
});
