import { randomUUID } from 'node:crypto';
import { clientOf, type Client } from './client';
import { heldMeeting, installedCommittee, participant, recorded, unitOf } from './committee-at-work';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;

type Page<Item> = { readonly items: readonly Item[]; readonly next?: string };
type Unit = { readonly id: string; readonly unitType: string; readonly name: string };
type Line = { readonly participantId: string; readonly quality: string; readonly status: string };

describe('the edge', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
  }, 2 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  it('knows the country, its régions, the District and Bamako’s communes by their French names', async () => {
    const named = async (query: string) => {
      const { status, body } = await client.get<Page<Unit>>('donor', `/v1/territories?limit=200&${query}`);
      expect(status).toBe(200);
      return body.items.map(({ name }) => name);
    };
    const regions = await named('unitType=REGION');
    expect(await named('unitType=COUNTRY')).toEqual(['Mali']);
    expect(regions).toHaveLength(19);
    expect(regions).toEqual(expect.arrayContaining(['Ségou', 'Taoudénit', 'Ménaka', 'Dioïla']));
    expect(await named('unitType=DISTRICT')).toEqual(['Bamako']);
    const district = await unitOf(client, 'ML-BKO');
    expect((await named(`parentId=${district}`)).sort()).toEqual(
      ['I', 'II', 'III', 'IV', 'V', 'VI'].map((number) => `Commune ${number}`),
    );
  });

  it('records attendance at a statutory meeting and reads it back from the sheet', async () => {
    const unitId = await unitOf(client, 'ML090101');
    const established = await client.post<{ id: string }>('national', '/v1/committees', {
      unitId,
      level: 'COMMUNE',
      name: 'CCS-C de la Commune I',
      legalAct: 'Décret n°2019-0041/PM-RM',
      frequency: 'MONTHLY',
    });
    const { id: committeeId } = established.body;
    expect(established.status).toBe(201);
    expect(established.body).toMatchObject({ revision: '0', changed: true });
    expect(established.headers.get('location')).toBe(`/v1/committees/${committeeId}`);
    expect(established.headers.get('etag')).toBe('"0"');
    expect(established.headers.get('benkan-position')).toMatch(/^\d+$/);

    const { revision } = await recorded(client, 'national', `/v1/committees/${committeeId}/installation`, {
      installedOn: '2023-12-07',
    });
    expect(revision).toBe('1');
    const committee = await client.get('auditor', `/v1/committees/${committeeId}`);
    expect(committee.body).toMatchObject({ name: 'CCS-C de la Commune I', installedOn: '2023-12-07' });
    expect(committee.headers.get('etag')).toBe('"1"');

    const meetingId = await heldMeeting(client, committeeId, '2024-11-21');
    const { id: participantId } = await recorded(
      client,
      'secretary',
      '/v1/participants',
      participant(unitId, 'BKOI-001'),
    );
    const line = { participantId, quality: 'MEMBER', status: 'PRESENT' };
    const { position } = await recorded(client, 'secretary', `/v1/meetings/${meetingId}/attendance`, line);
    const sheet = await client.get<{ mode: string; lines: readonly Line[] }>(
      'auditor',
      `/v1/meetings/${meetingId}/attendance`,
      { 'Benkan-At-Least': position },
    );
    expect([sheet.status, sheet.body.mode]).toEqual([200, 'NOMINATIVE']);
    expect(sheet.body.lines).toEqual([{ ...line, representedBy: null }]);
    const meeting = await client.get('auditor', `/v1/meetings/${meetingId}`);
    expect(meeting.body).toMatchObject({
      agenda: ['Suivi des recommandations'],
      presentCount: 1,
      status: 'HELD',
    });
  });

  it('loses none of twenty lines said at once', async () => {
    const { unitId, committeeId } = await installedCommittee(client, 'ML090102');
    const meetingId = await heldMeeting(client, committeeId, '2024-11-21');
    const path = `/v1/meetings/${meetingId}/attendance`;
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        recorded(client, 'secretary', '/v1/participants', participant(unitId, `BKOII-${100 + index}`)),
      ),
    );
    const said = await Promise.all(
      people.map(({ id }) =>
        recorded(client, 'secretary', path, { participantId: id, quality: 'MEMBER', status: 'PRESENT' }),
      ),
    );
    expect(new Set(said.map(({ revision }) => revision)).size).toBe(20);
    const last = said.map(({ position }) => BigInt(position)).reduce((a, b) => (a > b ? a : b));
    const sheet = await client.get<{ lines: readonly Line[] }>('auditor', path, {
      'Benkan-At-Least': String(last),
    });
    expect(new Set(sheet.body.lines.map(({ participantId }) => participantId))).toEqual(
      new Set(people.map(({ id }) => id)),
    );
  });

  it('recognises a participant by the code, and keeps what it knows when a second sheet differs', async () => {
    const unitId = await unitOf(client, 'ML090106');
    const first = await recorded(client, 'secretary', '/v1/participants', participant(unitId, 'BKOVI-001'));
    const again = await recorded(client, 'secretary', '/v1/participants', participant(unitId, ' bkovi-001'));
    expect([first.changed, again.changed, again.id]).toEqual([true, false, first.id]);

    const other = await client.post('secretary', '/v1/participants', {
      ...participant(unitId, 'BKOVI-001'),
      sex: 'M',
    });
    expect([other.status, other.body['code']]).toEqual([409, 'differs-from-recorded']);
    expect(other.body['differences']).toEqual([{ field: 'sex', recorded: 'F', given: 'M' }]);
    const kept = await client.get('auditor', `/v1/participants/${first.id}`);
    expect(kept.body).toMatchObject({ sex: 'F', revision: first.revision });
  });

  describe('the key of a command', () => {
    const convening = async () => ({
      id: randomUUID(),
      committeeId: (await installed()).committeeId,
      meetingKind: 'STATUTORY',
      plannedOn: '2024-12-19',
      agenda: ['Divers'],
    });
    let known: ReturnType<typeof installedCommittee> | undefined;
    const installed = () => (known ??= installedCommittee(client, 'ML090103'));

    it('is required, and a UUID', async () => {
      const body = JSON.stringify(await convening());
      const json = { 'Content-Type': 'application/json' };
      const without = await client.call('secretary', '/v1/meetings', { method: 'POST', headers: json, body });
      expect([without.status, without.body['code']]).toEqual([400, 'idempotency-key-required']);
      const bad = await client.post('secretary', '/v1/meetings', await convening(), { key: 'again' });
      expect([bad.status, bad.body['code']]).toEqual([400, 'idempotency-key-malformed']);
    });

    it('replays the first answer for the same body and refuses another', async () => {
      const [key, body] = [randomUUID(), await convening()];
      const first = await client.post('secretary', '/v1/meetings', body, { key });
      const again = await client.post('secretary', '/v1/meetings', body, { key });
      expect([again.status, again.body]).toEqual([201, first.body]);
      expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
      const other = await client.post('secretary', '/v1/meetings', { ...body, agenda: ['Autre'] }, { key });
      expect([other.status, other.body['code']]).toEqual([422, 'idempotency-key-reused']);
    });

    it('makes a retry without an id the same creation', async () => {
      const { id: _, ...body } = await convening();
      const key = randomUUID();
      const [first, again] = await Promise.all(
        [1, 2].map(() => client.post<{ id: string }>('secretary', '/v1/meetings', body, { key })),
      );
      expect([first?.status, again?.status]).toEqual([201, 201]);
      expect(again?.body).toEqual(first?.body);
    });

    it('is of one caller: another’s same key is another command', async () => {
      const [key, body] = [randomUUID(), await convening()];
      const mine = await client.post<{ id: string }>('secretary', '/v1/meetings', body, { key });
      const theirs = await client.post('supervisor', '/v1/meetings', { ...body, id: randomUUID() }, { key });
      expect([mine.status, theirs.status]).toEqual([201, 201]);
      expect(theirs.body['id']).not.toBe(mine.body.id);
    });

    it('decides a refused command again', async () => {
      const key = randomUUID();
      const { id: meetingId } = await recorded(client, 'secretary', '/v1/meetings', await convening());
      const { id: participantId } = await recorded(
        client,
        'secretary',
        '/v1/participants',
        participant((await installed()).unitId, 'BKOIII-001'),
      );
      const say = () =>
        client.post(
          'secretary',
          `/v1/meetings/${meetingId}/attendance`,
          { participantId, quality: 'MEMBER', status: 'PRESENT' },
          { key },
        );
      const early = await say();
      expect([early.status, early.body['code']]).toEqual([409, 'meeting-not-held']);
      await recorded(client, 'secretary', `/v1/meetings/${meetingId}/holding`, {
        heldOn: '2024-12-19',
        presidingCapacity: 'NOT_REPORTED',
      });
      expect((await say()).status).toBe(200);
    });

    it('writes only over the revision the caller has seen', async () => {
      const { id, revision } = await recorded(client, 'secretary', '/v1/meetings', await convening());
      const path = `/v1/meetings/${id}/holding`;
      const holding = { heldOn: '2024-12-19', presidingCapacity: 'MAIRE' };
      const stale = await client.post('secretary', path, holding, { headers: { 'If-Match': '"7"' } });
      expect([stale.status, stale.body['code'], stale.body['currentRevision']]).toEqual([
        412,
        'revision-conflict',
        revision,
      ]);
      const fresh = await client.post('secretary', path, holding, {
        headers: { 'If-Match': `"${revision}"` },
      });
      expect([fresh.status, fresh.body['revision']]).toEqual([200, '1']);
      const words = await client.post('secretary', path, holding, { headers: { 'If-Match': 'first' } });
      expect([words.status, words.body['code']]).toEqual([400, 'header-malformed']);
    });
  });
});
