import { inMemoryViews } from '../in-memory';
import { instance } from '../instances.examples';
import { both, folded, newAccount, notebook, noted, read } from '../ledger.examples';
import type { EventReader } from '../read-event';
import { bytesOf, COUNTS, held, LEDGERS, operator } from './operating.examples';

const G1 = `${LEDGERS}__g1`;
const LONG = 10_000;

/** A mended program: what had vanished is a note again. */
const mended: EventReader = (type, version, data) =>
  read(type === 'vanished' ? 'noted' : type, version, data);
const withMended = { slices: { projections: both, read: mended, aggregates: ['account'] } };

const poisoned = async () => {
  const { store, write } = notebook();
  const views = inMemoryViews();
  const [bad, good] = [newAccount(), newAccount()];
  await write(bad, noted('a', 1));
  await write(bad, noted('a', 2, { type: 'vanished' }));
  await write(good, noted('a', 3));
  await write(bad, noted('a', 4));
  await folded(store, views);
  return { store, write, views, bad, good };
};

const who = { by: 'operator', reason: 'never-happened' };

describe('parked events, operated on', () => {
  it('are told with their reasons, by page', async () => {
    const { store, views, bad } = await poisoned();
    const operations = operator(store, views);
    const first = await operations.parked(LEDGERS, { limit: 1 });
    if ('kind' in first) throw new Error(first.kind);
    expect(first.rows).toMatchObject([
      { stream: bad, revision: 1n, type: 'vanished', reason: 'unknown-type' },
    ]);
    const rest = await operations.parked(LEDGERS, { limit: 9, after: first.next ?? '', stream: bad });
    expect(rest).toMatchObject({ rows: [{ revision: 2n, reason: 'behind-a-parked-event' }] });
    expect(await operations.parked('other__v1', { limit: 1 })).toEqual({ kind: 'unknown-slice' });
  });

  it('stay as they are when the program still cannot read them', async () => {
    const { store, views, bad } = await poisoned();
    const before = await bytesOf(views, G1);
    const poison = { kind: 'poison', stream: bad, revision: 1n, type: 'vanished', reason: 'unknown-type' };
    expect(await operator(store, views).retry(LEDGERS, bad)).toEqual(poison);
    expect(await bytesOf(views, G1)).toBe(before);
    expect(await views.countParked(G1)).toBe(2);
  });

  it('are folded in their turn, not at the end, once the program is mended', async () => {
    const { store, views, bad } = await poisoned();
    const operations = operator(store, views, withMended);
    expect(await operations.retry(LEDGERS, bad)).toEqual({ kind: 'retried', events: 2, documents: 1 });
    expect(await held(views, G1)).toMatchObject({ a: { notes: [1, 2, 3, 4] } });
    expect(await views.countParked(G1)).toBe(0);
    expect(await operations.retry(LEDGERS, bad)).toEqual({ kind: 'not-parked' });
    const once = inMemoryViews();
    await folded(store, once, { read: mended });
    expect(await bytesOf(views, G1)).toBe(await bytesOf(once, G1));
  });

  it('are retried while a service follows, which goes on with the stream', async () => {
    const { store, write, views, bad } = await poisoned();
    const service = await instance(store, views, 'service', { read: mended });
    const operations = operator(store, views, withMended);
    expect(await operations.retry(LEDGERS, bad)).toMatchObject({ kind: 'retried' });
    expect(await service.waitFor(await write(bad, noted('a', 5)), LONG)).toBe(true);
    expect(await held(views, G1)).toMatchObject({ a: { notes: [1, 2, 3, 4, 5] } });
    expect(service.parkedStreams()).toBe(1);
    await service.stop();
  });

  it('of another stream stay parked and unfolded', async () => {
    const { store, write, views, bad } = await poisoned();
    const other = newAccount();
    await write(other, noted('a', 6));
    await write(other, noted('a', 7, { type: 'vanished' }), noted('a', 8));
    await folded(store, views);
    const operations = operator(store, views, withMended);
    await operations.retry(LEDGERS, bad);
    expect(await held(views, G1)).toMatchObject({ a: { notes: [1, 2, 3, 4, 6] } });
    expect([...(await views.parkedStreams(G1))]).toEqual([[other, 1n]]);
    await operations.retry(LEDGERS, other);
    expect(await held(views, G1)).toMatchObject({ a: { notes: [1, 2, 3, 4, 6, 7, 8] } });
  });

  it('are discarded with a record, and the rest of the stream goes on', async () => {
    const { store, write, views, bad } = await poisoned();
    const now = () => new Date('2026-01-02T03:04:05.000Z');
    const operations = operator(store, views, { now });
    const outcome = await operations.discard(LEDGERS, { stream: bad, revision: 1n, ...who });
    expect(outcome).toEqual({ kind: 'discarded', retried: { kind: 'retried', events: 1, documents: 1 } });
    expect(await held(views, G1)).toMatchObject({ a: { notes: [1, 3, 4] } });
    expect(await views.discarded(LEDGERS)).toEqual([
      { slice: LEDGERS, stream: bad, revision: 1n, at: '2026-01-02T03:04:05.000Z', ...who },
    ]);
    await write(bad, noted('a', 9));
    await folded(store, views);
    expect(await held(views, G1)).toMatchObject({ a: { notes: [1, 3, 4, 9] } });
    expect(await views.countParked(`${COUNTS}__g1`)).toBe(3);
  });

  it('with a second poison behind the first stay parked from there on, with its reason', async () => {
    const { store, write, views, bad } = await poisoned();
    await write(bad, noted('a', -5), noted('a', 6));
    await folded(store, views);
    const operations = operator(store, views);
    const outcome = await operations.discard(LEDGERS, { stream: bad, revision: 1n, ...who });
    const second = { kind: 'poison', stream: bad, revision: 3n, type: 'noted', reason: 'below zero' };
    expect(outcome).toEqual({ kind: 'discarded', retried: second });
    const page = await operations.parked(LEDGERS, { limit: 9 });
    expect('kind' in page ? page : page.rows.map(({ revision, reason }) => [revision, reason])).toEqual([
      [2n, 'behind-a-parked-event'],
      [3n, 'below zero'],
      [4n, 'behind-a-parked-event'],
    ]);
    expect(await held(views, G1)).toMatchObject({ a: { notes: [1, 3] } });
    await operations.discard(LEDGERS, { stream: bad, revision: 3n, ...who });
    expect(await held(views, G1)).toMatchObject({ a: { notes: [1, 3, 4, 6] } });
  });

  it('that are not parked, and reasons that are no code, are refused', async () => {
    const { store, views, bad, good } = await poisoned();
    const operations = operator(store, views);
    const discard = (stream: string, revision: bigint, reason = who.reason) =>
      operations.discard(LEDGERS, { stream, revision, by: who.by, reason });
    expect(await discard(good, 0n)).toEqual({ kind: 'not-parked' });
    expect(await discard(bad, 0n)).toEqual({ kind: 'not-parked' });
    expect(await discard(bad, 1n, 'Because of Awa')).toEqual({ kind: 'bad-reason' });
    expect(await operations.retry(LEDGERS, good)).toEqual({ kind: 'not-parked' });
    expect(await operations.retry('other__v1', bad)).toEqual({ kind: 'unknown-slice' });
    expect(await views.discarded(LEDGERS)).toEqual([]);
  });

  it('are told in the status, with the lag', async () => {
    const { store, write, views, good } = await poisoned();
    await write(good, noted('a', 5), noted('b', 6));
    const now = () => new Date(Date.now() + 60_000);
    const [ledgers] = await operator(store, views, { now }).status();
    expect(ledgers).toMatchObject({
      ...{ slice: LEDGERS, active: 1, previous: null, building: null, owner: null, until: null },
      ...{ position: { commit: 4n, prepare: 4n }, head: { commit: 6n, prepare: 6n } },
      ...{ parkedStreams: 1, parkedEvents: 2, discardedEvents: 0, lag: { events: 2, capped: false } },
    });
    expect(ledgers?.lag.seconds).toBeGreaterThanOrEqual(60);
    await folded(store, views);
    const [caughtUp] = await operator(store, views, { now }).status();
    expect(caughtUp?.lag).toEqual({ events: 0, capped: false, seconds: 0 });
  });
});
