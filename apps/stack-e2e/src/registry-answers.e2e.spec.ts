import { randomUUID } from 'node:crypto';
import { limitedTo } from './access-sample';
import { clientOf, type Client } from './client';
import { installedCommittee, recorded } from './committee-at-work';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;

describe('what the registry answers', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let one: { readonly unitId: string; readonly committeeId: string };
  let two: { readonly unitId: string; readonly committeeId: string };

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
    one = await installedCommittee(client, 'ML090101');
    two = await installedCommittee(client, 'ML090102');
  }, 2 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  it('names what of a committee is unknown, and not found', async () => {
    const ended = { endedOn: '2024-12-01', reason: 'OTHER' };
    const ways = [
      [`seats/${randomUUID()}/ending`, { endedOn: '2024-12-01' }, 'seat-unknown'],
      [`memberships/${randomUUID()}/ending`, ended, 'membership-unknown'],
    ] as const;
    for (const [path, body, code] of ways) {
      const known = await client.post('supervisor', `/v1/committees/${one.committeeId}/${path}`, body);
      expect([known.status, known.body['code']]).toEqual([404, code]);
      const elsewhere = await client.post('supervisor', `/v1/committees/${randomUUID()}/${path}`, body);
      expect([elsewhere.status, elsewhere.body['code']]).toEqual([404, 'unknown-resource']);
    }
  });

  it('shows the act behind each change of a unit', async () => {
    const act = 'Loi n°2023-005 du 13 mars 2023';
    const path = `/v1/territories/${one.unitId}`;
    const reform = { effectiveOn: '2023-03-13', legalAct: act, unitType: 'ARRONDISSEMENT' };
    const { position } = await recorded(client, 'national', `${path}/reclassification`, reform);
    const changes = [{ change: 'RECLASSIFIED', effectiveOn: '2023-03-13', legalAct: act }];
    const read = async (way: string) =>
      (await client.get<Record<string, unknown>>('auditor', way, { 'Benkan-At-Least': position })).body;
    expect(await read(path)).toMatchObject({ changes });
    expect(await read('/v1/territories?code=ML090101')).toMatchObject({ items: [{ changes }] });
  });

  it('lists the committees whose risk is to be looked at again, the oldest first', async () => {
    const assess = (committeeId: string, reviewOn: string) =>
      recorded(client, 'protection-officer', `/v1/committees/${committeeId}/risk-assessments`, {
        ...{ level: 'HIGH', reasons: 'Menaces rapportées', assessedOn: '2024-10-15', reviewOn },
      });
    await assess(one.committeeId, '2025-04-15');
    const { position } = await assess(two.committeeId, '2025-02-15');
    const due = async (by: Client, query: string) => {
      const { body } = await by.get<{ items: readonly { committeeId: string }[] }>(
        'protection-officer',
        `/v1/protection-policies/reviews-due?${query}`,
        { 'Benkan-At-Least': position },
      );
      return body.items.map(({ committeeId }) => committeeId);
    };
    expect(await due(client, 'by=2025-04-15')).toEqual([two.committeeId, one.committeeId]);
    expect(await due(client, 'by=2025-04-14')).toEqual([two.committeeId]);
    expect(await due(client, '')).toEqual([two.committeeId, one.committeeId]);
    expect(await due(limitedTo(stack.url, one.unitId), 'by=2025-04-15')).toEqual([one.committeeId]);
    expect((await client.get('donor', '/v1/protection-policies/reviews-due')).status).toBe(403);
  });
});
