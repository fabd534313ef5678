import { createHmac } from 'node:crypto';
import {
  commandHandler,
  inMemoryStore,
  verifyChain,
  type EventStore,
  type RecordedEvent,
} from '@benkan/event-store';
import { silentLog } from '@benkan/observability';
import { accessLedger, type AccessLedgerOptions } from './access-ledger';
import type { Denial } from './access-notes';

const vault = {
  digest: (purpose: string, text: string) => createHmac('sha256', purpose).update(text).digest('hex'),
};
const awa = { issuer: 'i', subject: 'awa' };
const denial: Denial = {
  principal: awa,
  role: 'secretary',
  name: 'meetings.get-meeting',
  resourceId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12',
  outcome: 'unknown-resource',
};

const stored = async (store: EventStore): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  const stopping = new AbortController();
  for await (const item of store.subscribe({ signal: stopping.signal })) {
    if (item.kind === 'event') events.push(item.event);
    if (item.kind === 'caught-up') stopping.abort();
  }
  return events;
};

let store: EventStore;
let now: number;
beforeEach(() => {
  store = inMemoryStore();
  now = Date.parse('2026-03-01T08:00:00Z');
});

const ledger = (more: Partial<AccessLedgerOptions> = {}) =>
  accessLedger({
    handle: commandHandler({ store }).handle,
    vault,
    now: () => new Date(now),
    log: silentLog,
    everyMs: 60_000,
    ...more,
  });

describe('the ledger of who was sent away', () => {
  it('writes a line by pseudonym, and nothing of a caller’s name', async () => {
    const notes = ledger();
    notes.denied(denial);
    await notes.flush();
    const [event] = await stored(store);
    expect(event).toMatchObject({
      stream: expect.stringMatching(/^access-[0-9a-f-]{36}$/),
      type: 'access-denied',
      data: { role: 'secretary', wireName: denial.name, resourceId: denial.resourceId, count: 1 },
    });
    expect(
      JSON.stringify(event, (_, value: unknown) => (typeof value === 'bigint' ? 0 : value)),
    ).not.toContain('awa');
    expect(await verifyChain(store, event?.stream ?? '')).toMatchObject({ kind: 'whole' });
  });

  it('counts repeats, from the first to the last', async () => {
    const notes = ledger();
    for (let at = 0; at < 1_000; at += 1) {
      notes.denied(denial);
      now += 1;
    }
    notes.denied({ ...denial, outcome: 'forbidden' });
    await notes.flush();
    const events = await stored(store);
    expect(events.map(({ data }) => data)).toMatchObject([
      { count: 1_000, from: '2026-03-01T08:00:00.000Z', to: '2026-03-01T08:00:00.999Z' },
      { outcome: 'forbidden', count: 1 },
    ]);
  });

  it('holds a flood of different ones to a bound, and still counts every one', async () => {
    const notes = ledger({ most: 10 });
    for (let at = 0; at < 500; at += 1)
      notes.denied({ ...denial, principal: { issuer: 'i', subject: `s${at}` } });
    await notes.flush();
    const events = await stored(store);
    expect(events.length).toBe(11);
    const counts = events.map(({ data }) => (data as { count: number }).count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(500);
  });

  it('writes by itself, soon after the first', async () => {
    let told: () => void = () => undefined;
    const written = new Promise<void>((resolve) => (told = resolve));
    const notes = ledger({
      everyMs: 1,
      handle: async (handling) => {
        const outcome = await commandHandler({ store }).handle(handling);
        told();
        return outcome;
      },
    });
    notes.denied(denial);
    await written;
    expect(await stored(store)).toHaveLength(1);
  });

  it('keeps what it could not write, and writes it when the store is back', async () => {
    let away = true;
    const { handle } = commandHandler({ store });
    const notes = ledger({
      handle: (handling) =>
        away ? Promise.resolve({ kind: 'fault', code: 'unavailable', detail: '' }) : handle(handling),
    });
    notes.denied(denial);
    await notes.flush();
    notes.denied(denial);
    expect(await stored(store)).toEqual([]);
    away = false;
    await notes.close();
    expect((await stored(store)).map(({ data }) => data)).toMatchObject([{ count: 2 }]);
  });

  it('writes nothing where nobody was sent away', async () => {
    await ledger().close();
    expect(await stored(store)).toEqual([]);
  });
});
