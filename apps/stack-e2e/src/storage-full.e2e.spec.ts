import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { clientOf, type Answer } from './client';
import { installedCommittee, recorded } from './committee-at-work';
import { fillableDisk, type FillableDisk } from './fillable-disk';
import { startStack, type RunningStack } from './stack';

const MEGABYTES = 48;
const MANY = 5_000;
const CAUGHT_UP_WITHIN_MS = 60_000;

type Meetings = {
  readonly items: readonly { readonly id: string }[];
  readonly next?: string;
  readonly code?: string;
};

describe('a full disk', () => {
  let disk: FillableDisk;
  let stack: RunningStack;
  beforeAll(async () => {
    disk = await fillableDisk(MEGABYTES);
    stack = await startStack({ folder: join(disk.path, 'data'), args: ['--empty'] });
  }, 60_000);
  afterAll(async () => {
    await stack.stop();
    await disk.remove();
  });

  const convening = (committeeId: string) => ({
    committeeId,
    meetingKind: 'STATUTORY',
    plannedOn: '2025-02-03',
    agenda: [`Salubrité ${'é'.repeat(400)}`],
  });

  it('answers storage-full, goes on reading, loses nothing, and writes again once there is room', async () => {
    const client = clientOf(stack.url);
    const { committeeId } = await installedCommittee(client, 'ML090101');
    await disk.fill(0);

    const acknowledged: string[] = [];
    let refusal: { readonly key: string; readonly code: unknown; readonly status: number } | undefined;
    for (let n = 0; n < MANY && refusal === undefined; n += 1) {
      const key = randomUUID();
      const { status, body } = await client.post('secretary', '/v1/meetings', convening(committeeId), {
        key,
      });
      if (status === 201) acknowledged.push(String(body['id']));
      else refusal = { key, code: body['code'], status };
    }
    expect(refusal).toMatchObject({ status: 503, code: 'storage-full' });
    expect((await client.get('secretary', `/v1/committees/${committeeId}`)).status).toBe(200);
    expect((await fetch(`${stack.url}/health/live`)).status).toBe(200);

    await disk.free();
    const again = await client.post('secretary', '/v1/meetings', convening(committeeId), {
      key: refusal?.key ?? '',
    });
    expect(again.status).toBe(201);
    const { position } = await recorded(client, 'secretary', '/v1/meetings', convening(committeeId));
    const deadline = Date.now() + CAUGHT_UP_WITHIN_MS;
    // the projections may be pausing after their own refused writes: not-yet is asked again, as Retry-After says
    const read = async (after: string): Promise<Answer<Meetings>> => {
      const page = await client.get<Meetings>(
        'secretary',
        `/v1/meetings?committeeId=${committeeId}&limit=200${after}`,
        { 'Benkan-At-Least': position, 'Benkan-Wait': '2000' },
      );
      return page.body.code === 'not-yet' && Date.now() < deadline ? read(after) : page;
    };
    const listed: string[] = [];
    for (let after = ''; ;) {
      const page = await read(after);
      expect(page).toMatchObject({ status: 200 });
      listed.push(...page.body.items.map(({ id }) => id));
      if (page.body.next === undefined) break;
      after = `&after=${page.body.next}`;
    }
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining([...acknowledged, String(again.body['id'])]));
    expect(listed).toHaveLength(acknowledged.length + 2);
  }, 180_000);
});
