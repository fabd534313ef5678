import { randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { SYNC_PACK_DAYS, signedSyncPack, syncPackKeys, type SyncPack } from '@benkan/contracts/meetings';
import { clientOf, type Client } from './client';
import { participant, recorded, unitOf } from './committee-at-work';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;
const PEOPLE = 322;
const SEATS = 22;
const MEGABYTE = 1_000_000;

type Signed = { readonly pack: SyncPack; readonly signature: string };
type Seat = { readonly id: string };
type Opening = Readonly<Record<'resourceId' | 'role' | 'count' | 'purpose' | 'wireName' | 'actor', unknown>>;

const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

describe('a pack for a month without network', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let unitId: string;
  let committeeId: string;
  let next: string;
  let due: string;
  let position: string;
  let people: readonly string[];

  const tell = async (role: string, path: string, body: unknown) => {
    const told = await recorded(client, role, path, body);
    position = told.position;
    return told;
  };

  /** Three hundred people registered in one batch, two tens of them seated, all of them on one sheet. */
  const registered = async (): Promise<readonly string[]> => {
    const items = Array.from({ length: PEOPLE }, (_, index) => ({
      command: 'registry.register-participant',
      idempotencyKey: randomUUID(),
      body: participant(unitId, `S-${String(index).padStart(3, '0')}`),
    }));
    const { body } = await client.post<{ items: readonly { answer?: { id: string } }[] }>(
      'secretary',
      '/v1/batches',
      items,
    );
    return body.items.map(({ answer }) => answer?.id ?? '');
  };

  const seated = async () => {
    const { body } = await client.get<{ seats: readonly Seat[] }>(
      'secretary',
      `/v1/committees/${committeeId}`,
    );
    expect(body.seats).toHaveLength(SEATS);
    for (const [index, { id: seatId }] of body.seats.entries())
      await tell('secretary', `/v1/committees/${committeeId}/memberships`, {
        ...{ seatId, participantId: people[index], quality: 'HOLDER' },
        ...{ from: '2023-12-07', legalAct: 'Arrêté n°12' },
      });
  };

  const held = async (day: string) => {
    const { id } = await tell('secretary', '/v1/meetings', {
      ...{ committeeId, meetingKind: 'STATUTORY', plannedOn: day },
    });
    await tell('secretary', `/v1/meetings/${id}/holding`, { heldOn: day, presidingCapacity: 'MAIRE' });
    const guests = people.slice(SEATS).map((participantId) => ({
      ...{ participantId, quality: 'GUEST', status: 'PRESENT' },
    }));
    await tell('secretary', `/v1/meetings/${id}/attendance/sheet`, { lines: guests });
    return id;
  };

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
    unitId = await unitOf(client, 'ML090101');
    committeeId = (
      await tell('national', '/v1/committees', {
        ...{ unitId, level: 'COMMUNE', name: 'CCS-C Commune I', template: 'COMMUNE_22' },
        ...{ legalAct: 'Décret n°2019-0041/PM-RM', frequency: 'MONTHLY' },
      })
    ).id;
    await tell('national', `/v1/committees/${committeeId}/installation`, { installedOn: '2023-12-07' });
    people = await registered();
    await seated();
    const meetingId = await held(dayFrom(-20));
    const issued = { meetingId, theme: 'ECLAIRAGE_PUBLIC', text: 'Éclairer le marché', dueOn: dayFrom(30) };
    const addressees = [{ type: 'EXECUTIF_LOCAL', name: 'Mairie' }];
    due = (await tell('secretary', '/v1/recommendations', { ...issued, addressees })).id;
    const agenda = ['Éclairage du marché'];
    const convened = {
      committeeId,
      meetingKind: 'STATUTORY',
      plannedOn: dayFrom(10),
      agenda,
      place: 'Mairie',
    };
    next = (await tell('secretary', '/v1/meetings', convened)).id;
  }, 4 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  const ask = <Body = Signed>(role: string, headers: Readonly<Record<string, string>> = {}, from = client) =>
    from.get<Body>(role, `/v1/sync-pack?committee=${committeeId}`, {
      'Benkan-At-Least': position,
      ...headers,
    });
  const packFor = async (role: string): Promise<Signed> => {
    const { status, body } = await ask(role);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return signedSyncPack.parse(body);
  };

  /** As a device checks it: with the published keys, and nothing else of ours. */
  const isGenuine = async ({ pack, signature }: { readonly pack: unknown; readonly signature: string }) => {
    const { body } = await client.get(null, '/v1/sync-pack/keys');
    const { createLocalJWKSet, flattenedVerify } = await import('jose');
    const [header = '', , seal = ''] = signature.split('.');
    const payload = Buffer.from(canonicalize(pack) ?? '').toString('base64url');
    const keys = createLocalJWKSet(syncPackKeys.parse(body));
    return flattenedVerify({ protected: header, payload, signature: seal }, keys).then(
      ({ protectedHeader }) => protectedHeader?.['typ'] === 'benkan-sync-pack',
      () => false,
    );
  };

  it('holds the committee, its people, its meetings, what is still open, lists and refusals in French', async () => {
    const { pack } = await packFor('secretary');
    expect(pack.committee).toMatchObject({ id: committeeId, frequency: 'MONTHLY', rules: null });
    expect(pack.committee.seats).toHaveLength(SEATS);
    expect(pack.memberships).toHaveLength(SEATS);
    expect(pack.roll.people.map(({ participantId }) => participantId).sort()).toEqual([...people].sort());
    expect(pack.roll.people[0]).toMatchObject({ lastName: 'Coulibaly', quality: 'MEMBER' });
    expect(pack.protection.mode).toBe('NOMINATIVE');
    expect(pack.unit.codes.map(({ code }) => code)).toContain('ML090101');
    const [last, coming] = pack.meetings;
    expect([last?.status, coming]).toMatchObject(['HELD', { id: next, place: 'Mairie' }]);
    expect(coming?.agenda).toContain('Éclairage du marché');
    expect(pack.recommendations).toMatchObject([{ id: due, dueOn: dayFrom(30), open: true }]);
    expect(pack.lists['recommendationThemes']).toContainEqual({
      ...{ code: 'ECLAIRAGE_PUBLIC', label: 'Éclairage public' },
    });
    const recording = pack.commands.find(({ name }) => name === 'meetings.record-attendance-sheet');
    expect(recording?.refusals).toContain('same-person-twice');
    const silent = pack.commands.flatMap(({ refusals }) => refusals.filter((code) => !pack.refusals[code]));
    expect(silent).toEqual([]);
    const days = (Date.parse(pack.validUntil) - Date.parse(pack.generatedAt)) / 86_400_000;
    expect(days).toBe(SYNC_PACK_DAYS);
    expect(BigInt(pack.asOf.position)).toBeGreaterThanOrEqual(BigInt(position));
  });

  it('stays under a megabyte with twenty-two seats and three hundred people', async () => {
    const signed = await packFor('secretary');
    const parts = Object.entries(signed.pack).map(([part, value]) => [part, bytesOf(value)] as const);
    console.info('sync pack bytes', bytesOf(signed), Object.fromEntries(parts));
    expect(signed.pack.roll.people).toHaveLength(PEOPLE);
    expect(bytesOf(signed)).toBeLessThan(MEGABYTE);
  });

  it('is signed: whatever was altered on the way is found out', async () => {
    const signed = await packFor('secretary');
    expect(await isGenuine(signed)).toBe(true);
    const { pack, signature } = signed;
    const altered = [
      { ...pack, validUntil: '2099-01-01T00:00:00.000Z' },
      { ...pack, protection: { ...pack.protection, mode: 'TALLY' } },
      { ...pack, roll: { ...pack.roll, people: pack.roll.people.slice(1) } },
      { ...pack, more: null },
    ];
    for (const one of altered) expect(await isGenuine({ pack: one, signature })).toBe(false);
  });

  it('is asked for again only when something changed', async () => {
    const tag = (await ask('secretary')).headers.get('etag') ?? '';
    expect((await ask('secretary', { 'If-None-Match': tag })).status).toBe(304);
    await tell('secretary', `/v1/meetings/${next}/agenda`, {
      items: [{ kind: 'DISCUSSION', title: 'Patrouilles au marché' }],
    });
    const changed = await ask('secretary', { 'If-None-Match': tag });
    expect(changed.status).toBe(200);
    expect(JSON.stringify(changed.body.pack.meetings)).toContain('Patrouilles au marché');
  });

  it('names people to those who hold the meeting, and leaves one record each time', async () => {
    const openings = async (): Promise<readonly Opening[]> => {
      const path = '/v1/audit/access-records?outcome=names-opened&wireName=meetings.get-offline-roll';
      return (await client.get<{ items: readonly Opening[] }>('auditor', path)).body.items;
    };
    const before = (await openings()).length;
    const { pack } = await packFor('supervisor');
    expect(pack.roll.named).toBe(false);
    expect(JSON.stringify(pack.roll)).not.toMatch(/Coulibaly|Aïssata/);
    expect((await packFor('president')).pack.roll.named).toBe(true);
    const wanted = async () => {
      for (;;) {
        const found = (await openings()).filter(({ role }) => role === 'president');
        if (found.length > 0) return found;
      }
    };
    expect(await wanted()).toMatchObject([
      { resourceId: committeeId, role: 'president', count: PEOPLE, purpose: 'OFFLINE_WORK' },
    ]);
    expect((await openings()).length).toBe(before + 1);
    const sheet = await client.get('secretary', `/v1/meetings/${next}/attendance-sheet`);
    expect(sheet.body['named']).toBe(true);
    const path = '/v1/audit/access-records?outcome=names-opened&wireName=meetings.get-attendance-sheet';
    const ofSheet = async () => {
      for (;;) {
        const { body } = await client.get<{ items: readonly Opening[] }>('protection-officer', path);
        if (body.items.length > 0) return body.items;
      }
    };
    expect(await ofSheet()).toMatchObject([
      { resourceId: committeeId, role: 'secretary', count: SEATS, purpose: 'ATTENDANCE_SHEET' },
    ]);
  });

  it('is for the roles of the committee, in their territory; elsewhere it is unknown', async () => {
    expect((await ask(null as never)).status).toBe(401);
    for (const role of ['donor', 'auditor', 'trainer'])
      expect([role, (await ask(role)).status]).toEqual([role, 403]);
    const elsewhere = clientOf(stack.url, await unitOf(client, 'ML090102'));
    const foreign = await ask<Record<string, unknown>>('secretary', {}, elsewhere);
    const unknown = await elsewhere.get('secretary', `/v1/sync-pack?committee=${randomUUID()}`);
    expect([foreign.status, foreign.body['code']]).toEqual([404, 'unknown-resource']);
    expect([unknown.status, unknown.body['code']]).toEqual([404, 'unknown-resource']);
    expect((await ask('secretary', {}, clientOf(stack.url, unitId))).status).toBe(200);
    const wrong = await client.get('secretary', '/v1/sync-pack?committee=x&more=1');
    expect([wrong.status, wrong.body['code']]).toEqual([422, 'invalid']);
  });

  it('names nobody from the day the committee goes by counts', async () => {
    await tell('protection-officer', `/v1/committees/${committeeId}/attendance-modes`, {
      ...{ mode: 'TALLY', since: dayFrom(0), reason: 'Menaces' },
    });
    const { pack } = await packFor('secretary');
    expect([pack.protection.mode, pack.roll]).toEqual([
      'TALLY',
      { named: false, people: [], cutShort: false },
    ]);
    expect(JSON.stringify(pack)).not.toMatch(/Coulibaly|Aïssata/);
  });

  it(
    'is signed by the same keys after a restart',
    async () => {
      const signed = await packFor('secretary');
      await stack.stop();
      stack = await startStack({ folder: folder.path });
      await stack.says('Ctrl-C pour arrêter');
      client = clientOf(stack.url);
      expect(await isGenuine(signed)).toBe(true);
    },
    2 * MINUTES,
  );
});
