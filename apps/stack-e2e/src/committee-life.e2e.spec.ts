import { clientOf, type Client } from './client';
import { heldMeeting, participant, recorded, unitOf } from './committee-at-work';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;

type Seat = {
  readonly id: string;
  readonly label: string;
  readonly category: string;
  readonly isFsi: boolean;
  readonly holder: { readonly participantId: string } | null;
};
type Committee = {
  readonly status: string;
  readonly unitId: string;
  readonly template: string | null;
  readonly seats: readonly Seat[];
  readonly presidency: Readonly<Record<string, unknown>>;
  readonly transfers: readonly { readonly unitId: string }[];
};
type Finding = { readonly code: string; readonly events: readonly string[] } & Readonly<
  Record<string, unknown>
>;
type Clock = { readonly findings: readonly Finding[]; readonly notJudged: readonly string[] };

describe('the life of a committee', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let communeSix: string;
  let committeeId: string;

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
    communeSix = await unitOf(client, 'ML090106');
  }, 2 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  const say = (path: string, body: unknown, role = 'national') =>
    recorded(client, role, `/v1/committees/${committeeId}/${path}`, body);
  const committee = async () =>
    (await client.get<Committee>('auditor', `/v1/committees/${committeeId}`)).body;
  const clock = async (on: string, atLeast: string): Promise<Clock> => {
    const path = `/v1/committees/${committeeId}/statutory-clock?on=${on}`;
    const { status, body } = await client.get<Clock>('auditor', path, { 'Benkan-At-Least': atLeast });
    expect(status).toBe(200);
    return body;
  };
  const found = ({ findings }: Clock, code: string) => findings.filter((finding) => finding.code === code);

  it('is established with its 22 seats by one command, heard once', async () => {
    const { body: templates } = await client.get<{ items: readonly { seats: readonly Seat[] }[] }>(
      'auditor',
      '/v1/committee-templates',
    );
    const establishing = {
      ...{ unitId: communeSix, level: 'COMMUNE', name: 'CCS-C de la Commune VI' },
      ...{ legalAct: 'Décret n°2019-0041/PM-RM', frequency: 'MONTHLY', template: 'COMMUNE_22' },
    };
    const key = '0d4bd3c5-7a39-4b21-9d5e-6f1c8b4d2a10';
    const first = await client.post<{ id: string }>('national', '/v1/committees', establishing, { key });
    const again = await client.post<{ id: string }>('national', '/v1/committees', establishing, { key });
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect(first.headers.get('etag')).toBe('"23"');
    committeeId = first.body.id;
    await say('installation', { installedOn: '2023-12-07' });

    const { seats, status, template, presidency } = await committee();
    expect([status, template, presidency['state']]).toEqual(['INSTALLED', 'COMMUNE_22', 'NOT_REPORTED']);
    expect(seats.map(({ label }) => label)).toEqual(templates.items[0]?.seats.map(({ label }) => label));
    expect([seats.length, seats.filter(({ isFsi }) => isFsi).length]).toEqual([22, 6]);
  });

  it('seats people by their ids, one seat each, and keeps who sat before', async () => {
    const [one, other] = (await committee()).seats.filter(({ category }) => category === 'ORG_FEMMES');
    const people = await Promise.all(
      ['BKOVI-301', 'BKOVI-302'].map((code) =>
        recorded(client, 'secretary', '/v1/participants', participant(communeSix, code)),
      ),
    );
    const [awa, binta] = people.map(({ id }) => id);
    const seating = { seatId: one?.id, participantId: awa, from: '2023-12-07', legalAct: 'Décision n°118' };
    const designated = await client.post<{ membershipId: string }>(
      'secretary',
      `/v1/committees/${committeeId}/memberships`,
      seating,
    );
    expect(designated.status).toBe(200);
    const twice = { ...seating, seatId: other?.id };
    const refused = await client.post('secretary', `/v1/committees/${committeeId}/memberships`, twice);
    expect([refused.status, refused.body['code']]).toEqual([409, 'person-has-a-seat']);

    await say(`memberships/${designated.body.membershipId}/replacement`, {
      ...{ participantId: binta, from: '2024-09-02', legalAct: 'Décision n°61', reason: 'RESIGNATION' },
    });
    const seat = (await committee()).seats.find(({ id }) => id === one?.id);
    expect(seat?.holder?.participantId).toBe(binta);
    const sitting = async (query: string) => {
      const path = `/v1/committees/${committeeId}/memberships${query}`;
      const { body } = await client.get<{
        items: readonly { participantId: string; legalAct: string; ended: { reason: string } | null }[];
      }>('auditor', path);
      return body.items.map(({ participantId, legalAct, ended }) => [participantId, legalAct, ended?.reason]);
    };
    const before = [awa, 'Décision n°118', 'RESIGNATION'];
    const since = [binta, 'Décision n°61', undefined];
    expect(await sitting('')).toEqual([before, since]);
    expect(await sitting('?on=2024-09-01')).toEqual([before]);
    expect(await sitting('?on=2024-09-02')).toEqual([since]);
  });

  it('goes on without a president for eight months: meetings are held, the clock says for how long', async () => {
    await say('presidency', { capacity: 'MAIRE', since: '2023-12-07' });
    await say('rules', { frequency: 'MONTHLY', source: 'Règlement intérieur', adoptedOn: '2024-01-15' });
    await say('presidency/vacancies', { since: '2024-12-20', note: 'Conseil communal dissous' });

    const meetings = await Promise.all(
      ['2025-01-16', '2025-02-20'].map(async (day, index) => {
        const { id } = await recorded(client, 'secretary', '/v1/meetings', {
          ...{ committeeId, meetingKind: 'STATUTORY', plannedOn: day, agenda: ['Situation sécuritaire'] },
        });
        return recorded(client, 'secretary', `/v1/meetings/${id}/holding`, {
          heldOn: day,
          presidingCapacity: index === 0 ? 'INTERIM' : 'NOT_REPORTED',
        });
      }),
    );
    const last = meetings.map(({ position }) => BigInt(position)).reduce((a, b) => (a > b ? a : b));
    const atLeast = String(last);

    const august = await clock('2025-08-20', atLeast);
    expect(found(august, 'PRESIDENCY_VACANT')).toMatchObject([
      { since: '2024-12-20', duration: { months: 8, days: 243 } },
    ]);
    expect(await clock('2025-08-20', atLeast)).toEqual(august);
    const missed = (of: Clock) => found(of, 'NO_STATUTORY_MEETING').map(({ from }) => from);
    const since2025 = missed(august).filter((from) => String(from) >= '2025');
    expect(since2025).toEqual(['03', '04', '05', '06', '07'].map((month) => `2025-${month}-01`));
    expect(missed(await clock('2023-12-31', atLeast))).toEqual([]);
    expect(found(august, 'SEAT_VACANT')).toHaveLength(21);
    expect(found(await clock('2024-12-19', atLeast), 'PRESIDENCY_VACANT')).toEqual([]);
    const late = (of: Clock) => found(of, 'MINUTES_LATE').map(({ heldOn, dueOn }) => [heldOn, dueOn]);
    expect(late(await clock('2025-02-20', atLeast))).toEqual([]);
    expect(late(await clock('2025-02-21', atLeast))).toEqual([['2025-01-16', '2025-02-20']]);
    expect(late(august)).toEqual([
      ['2025-01-16', '2025-02-20'],
      ['2025-02-20', '2025-03-31'],
    ]);
    for (const { events } of august.findings) {
      expect(events.length).toBeGreaterThan(0);
      for (const event of events) expect(event).toMatch(/^[0-9a-f]{8}-/);
    }
    const { body } = await client.get<{ items: readonly Record<string, unknown>[] }>(
      'auditor',
      `/v1/statutory-clocks?territory=${communeSix}&on=2025-08-20`,
    );
    expect(body.items).toMatchObject([
      { committeeId, presidencyVacantSince: '2024-12-20', counts: { PRESIDENCY_VACANT: 1, SEAT_VACANT: 21 } },
    ]);
    const { body: listed } = await client.get<{ items: readonly { id: string }[] }>(
      'auditor',
      '/v1/committees?presidency=VACANT&status=INSTALLED',
      { 'Benkan-At-Least': atLeast },
    );
    expect(listed.items.map(({ id }) => id)).toEqual([committeeId]);
  });

  it('finds nothing in the months it was suspended', async () => {
    await say('suspensions', { since: '2025-04-10', reason: 'NO_EXECUTIVE' });
    const { position } = await say('reactivations', { since: '2025-07-01' });
    const since = found(await clock('2025-08-20', position), 'NO_STATUTORY_MEETING')
      .map(({ from }) => String(from))
      .filter((from) => from >= '2025');
    expect(since).toEqual(['2025-03-01', '2025-07-01']);
  });

  it('goes to another unit with its id and its history, and leaves the first to another committee', async () => {
    const other = await unitOf(client, 'ML090105');
    const moving = { unitId: other, transferredOn: '2025-09-01', legalAct: 'Loi n°2023-005' };
    await say('transfers', moving);
    await say('transfers', moving);
    const { unitId, seats, transfers } = await committee();
    expect([unitId, seats.length, transfers.map((one) => one.unitId)]).toEqual([other, 22, [other]]);
    const second = { level: 'COMMUNE', name: 'Autre CCS-C', legalAct: 'Décret n°2019-0041/PM-RM' };
    const taken = await client.post('national', '/v1/committees', { ...second, unitId: other });
    expect([taken.status, taken.body['code']]).toEqual([409, 'unit-has-a-committee']);
    const free = await client.post('national', '/v1/committees', { ...second, unitId: communeSix });
    expect(free.status).toBe(201);
    await heldMeeting(client, committeeId, '2025-09-18');
  });
});
