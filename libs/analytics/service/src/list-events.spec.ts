import { randomUUID } from 'node:crypto';
import { listEvents, type PublicEvent } from '@benkan/contracts/analytics';
import { territoryOf, type Door } from '@benkan/doors';
import { inMemoryStore } from '@benkan/event-store';
import { listEventsDoor } from './list-events';

type Page = { items: readonly PublicEvent[]; next?: string; asOf: { position: string } };

const niono = randomUUID();
const diema = randomUUID();

const log = async (count: number) => {
  const store = inMemoryStore();
  const lying = new Map<string, string>();
  const asked: string[] = [];
  let end = 0n;
  const write = async (aggregate: string, type: string, unitId = niono, id: string = randomUUID()) => {
    lying.set(id, unitId);
    const metadata = { occurredOn: '2024-11-30' };
    const event = { id: randomUUID(), type, data: {}, metadata };
    const outcome = await store.append(`${aggregate}-${id}`, 'no-stream', [event]);
    if (outcome.kind !== 'committed') throw new Error(outcome.kind);
    end = outcome.position.commit;
    return event.id;
  };
  for (let n = 0; n < count; n += 1) await write('meeting', 'meeting-convened', n % 2 === 0 ? niono : diema);
  const territory = territoryOf({
    below: () => Promise.resolve([]),
    units: {
      meeting: (id) => {
        asked.push(id);
        return Promise.resolve(lying.get(id));
      },
    },
    now: () => new Date(),
  });
  const door: Door = listEventsDoor({ store, territory, position: () => end });
  const page = async (body: object = {}, unitIds?: readonly string[]): Promise<Page> => {
    if (!('answer' in door)) throw new Error('a command');
    return (await door.answer({ body: listEvents.request.parse(body), unitIds } as never)) as Page;
  };
  return { write, page, asked, end: () => end.toString() };
};

describe('analytics.list-events', () => {
  it('tells that something was recorded, and nothing of what', async () => {
    const { write, page } = await log(0);
    const [meeting, id] = [randomUUID(), await write('meeting', 'meeting-held')];
    expect(meeting).not.toBe(id);
    const { items } = await page();
    expect(items).toEqual([
      {
        id,
        type: 'meeting-held',
        position: expect.stringMatching(/^\d+$/),
        recordedAt: expect.stringMatching(/Z$/),
        occurredOn: '2024-11-30',
        resource: { kind: 'meetings', id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      },
    ]);
    expect(listEvents.response.safeParse(await page()).success).toBe(true);
  });

  it('says of an empty log where it ends', async () => {
    const { page } = await log(0);
    expect(await page()).toEqual({ items: [], asOf: { position: '0' } });
  });

  it('gives every event once over its pages', async () => {
    const { page, end } = await log(23);
    const seen: string[] = [];
    let after: string | undefined = '0';
    while (after !== undefined) {
      const { items, next, asOf } = await page({ after, limit: 5 });
      seen.push(...items.map(({ position }) => position));
      expect(asOf.position).toBe(end());
      after = next;
    }
    expect(seen).toHaveLength(23);
    expect(new Set(seen).size).toBe(23);
    expect([...seen].sort((a, b) => Number(BigInt(a) - BigInt(b)))).toEqual(seen);
  });

  it('gives nothing of what is recorded to who begins at the end', async () => {
    const { write, page, end } = await log(3);
    expect(await page({ after: 'end' })).toEqual({ items: [], asOf: { position: end() } });
    const before = end();
    const id = await write('committee', 'committee-installed');
    expect((await page({ after: before })).items.map((event) => event.id)).toEqual([id]);
  });

  it('cuts to where the caller may look, and asks once a page where a thing lies', async () => {
    const { page, asked } = await log(10);
    expect((await page({}, [diema])).items).toHaveLength(5);
    expect(asked).toHaveLength(10);
    expect((await page({}, [])).items).toEqual([]);
    expect((await page({}, [niono, diema])).items).toHaveLength(10);
  });

  it('hides what is for auditors, and streams nobody needs to hear of', async () => {
    const { write, page } = await log(0);
    await write('participant', 'personal-data-revealed');
    await write('participant', 'personal-data-erased');
    await write('reserve', 'reserved');
    await write('constructor', 'meeting-held');
    expect((await page()).items).toEqual([]);
  });

  it('goes on where a page ended in which nothing could be told', async () => {
    const { page } = await log(1_205);
    const first = await page({ limit: 200 }, []);
    expect(first.items).toEqual([]);
    expect(first.next).toBeDefined();
    const second = await page({ after: first.next, limit: 200 }, []);
    expect(second.next).toBeUndefined();
  });
});
