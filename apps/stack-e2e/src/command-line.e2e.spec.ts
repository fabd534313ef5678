import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientOf, type Client } from './client';
import { benkan, benkanUnheard } from './command-line';
import { heldMeeting, installedCommittee, participant, recorded } from './committee-at-work';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;

type Revealed = { readonly person: { readonly lastName?: string } };
type Slice = { readonly slice: string; readonly active: number; readonly lag: { readonly events: number } };

const statusOf = async (folder: string): Promise<ReadonlyMap<string, Slice>> => {
  const { said } = await benkan(folder, 'projections', 'status', '--json');
  return new Map((JSON.parse(said) as Slice[]).map((slice) => [slice.slice, slice]));
};

const VIEWS = ['units', 'committees', 'participants', 'meetings', 'facts'];

describe('the command line', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let committeeId: string;
  let meetingId: string;
  let participantId: string;
  /** The slices of the views, by name: whatever their version is now. */
  let slices: ReadonlyMap<string, string>;
  const sliceOf = (view: string): string => slices.get(view) ?? view;

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'], env: { METRICS_PORT: '0' } });
    client = clientOf(stack.url);
    const committee = await installedCommittee(client, 'ML090101');
    committeeId = committee.committeeId;
    meetingId = await heldMeeting(client, committeeId, '2025-01-14');
    ({ id: participantId } = await recorded(
      client,
      'secretary',
      '/v1/participants',
      participant(committee.unitId, 'BKO-1'),
    ));
    const all = [...(await statusOf(folder.path)).keys()];
    slices = new Map(all.map((slice) => [slice.replace(/__v\d+$/, ''), slice]));
  }, 2 * MINUTES);
  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  });

  const meetingIn = async (from: Client) => (await from.get('secretary', `/v1/meetings/${meetingId}`)).body;
  const nameIn = async (from: Client) => {
    const path = `/v1/participants/${participantId}/reveals`;
    const { body } = await from.post<Revealed>('protection-officer', path, { purpose: 'VERIFICATION' });
    return body.person.lastName;
  };

  it(
    'tells where every view is, while the stack runs',
    async () => {
      const status = await statusOf(folder.path);
      expect(VIEWS.filter((view) => !status.has(sliceOf(view)))).toEqual([]);
      for (const { lag } of status.values()) expect(lag.events).toBe(0);
    },
    MINUTES,
  );

  it(
    'shows the lag of every view as figures of Prometheus',
    async () => {
      await stack.says('Mesures (Prometheus)');
      const url = /Mesures \(Prometheus\)\s+(\S+)/.exec(stack.printed())?.[1] ?? '';
      const text = await (await fetch(url)).text();
      const lines = text.split('\n');
      const lag = (of: string, view: string) =>
        `benkan_projection_lag_${of}{slice="${sliceOf(view)}",service="stack"} 0`;
      expect(lines).toContain(lag('events', 'meetings'));
      expect(lines).toContain(lag('seconds', 'facts'));
    },
    MINUTES,
  );

  it(
    'recomputes the hashes of all history',
    async () => {
      const { status, said } = await benkan(folder.path, 'verify');
      expect([status, said]).toEqual([0, expect.stringContaining('toutes les chaînes tiennent')]);
    },
    MINUTES,
  );

  it(
    'rebuilds every view beside the live one, switches, and rolls back, with the same answers',
    async () => {
      const before = await meetingIn(client);
      const { status, said } = await benkan(folder.path, 'projections', 'rebuild');
      expect([status, said]).toEqual([0, expect.stringContaining('la génération 2 répond')]);
      expect((await statusOf(folder.path)).get(sliceOf('meetings'))?.active).toBe(2);
      expect(await meetingIn(client)).toEqual(before);

      const later = await heldMeeting(client, committeeId, '2025-02-11');
      const after = await recorded(client, 'secretary', '/v1/meetings', {
        committeeId,
        meetingKind: 'STATUTORY',
        plannedOn: '2025-03-11',
        agenda: ['Salubrité'],
      });
      const seen = { 'Benkan-At-Least': after.position };
      expect((await client.get('secretary', `/v1/meetings/${later}`, seen)).status).toBe(200);

      const back = await benkan(folder.path, 'projections', 'rollback', sliceOf('meetings'));
      expect([back.status, back.said]).toEqual([
        0,
        expect.stringContaining('la génération 1 répond de nouveau'),
      ]);
      expect((await client.get('secretary', `/v1/meetings/${later}`, seen)).status).toBe(200);
    },
    3 * MINUTES,
  );

  it(
    'backs up while the stack runs and restores into another folder: the same answers, the same names',
    async () => {
      const parent = join(folder.path, '..');
      const [backup, keys] = [join(parent, 'backup'), join(parent, 'keys-apart')];
      const made = await benkan(folder.path, 'backup', backup, '--keys', keys);
      expect([made.status, made.said]).toEqual([0, expect.stringContaining('Sauvegarde faite et relue')]);
      expect(made.said).not.toContain('attention');
      const elsewhere = join(parent, 'restored');
      const kek = join(folder.path, 'kek');
      const put = await benkan(elsewhere, 'restore', backup, '--keys', keys, '--kek', kek);
      expect([put.status, put.complained]).toEqual([0, '']);

      const second = await startStack({ folder: elsewhere });
      try {
        const there = clientOf(second.url);
        expect(await meetingIn(there)).toEqual(await meetingIn(client));
        expect(await nameIn(there)).toBe('Coulibaly');
      } finally {
        await second.stop();
      }
      const again = await benkan(elsewhere, 'verify');
      expect([again.status, again.said]).toEqual([0, expect.stringContaining('toutes les chaînes tiennent')]);
    },
    4 * MINUTES,
  );

  it(
    'names the first fault of a damaged backup',
    async () => {
      const backup = join(folder.path, '..', 'backup');
      const [first = ''] = await readdir(join(backup, 'events'));
      const file = join(backup, 'events', first);
      const bytes = await readFile(file);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      await writeFile(file, bytes);
      const { status, said } = await benkan(folder.path, 'backup', 'verify', backup);
      expect([status, said]).toEqual([1, expect.stringContaining(first)]);
    },
    MINUTES,
  );

  it.each([
    [['projections', 'rebuild', 'nope'], 2, 'vue inconnue : nope'],
    [['projections', 'retry', 'meetings', 'meeting-x'], 1, 'Aucun événement de ce flux'],
    [['projections', 'parked', 'meetings'], 0, 'Aucun événement n’est mis de côté'],
    [['restore', '/nowhere'], 1, '/nowhere'],
    [['bakcup', 'x'], 2, 'commande inconnue'],
  ])(
    'answers %j with status %i and what to do',
    async (args, status, what) => {
      const ran = await benkan(folder.path, ...args.map(sliceOf));
      expect([ran.status, ran.said + ran.complained]).toEqual([status, expect.stringContaining(what)]);
    },
    MINUTES,
  );

  it.each([[['help']], [['projections', 'status']]])(
    'ends %j quietly when its reader has left',
    async (args) => {
      const { status, complained } = await benkanUnheard(folder.path, ...args);
      expect([status, complained]).toEqual([0, '']);
    },
    MINUTES,
  );

  it(
    'makes no folder where there is none',
    async () => {
      const nowhere = join(folder.path, '..', 'nothing-here');
      const { status, complained } = await benkan(nowhere, 'projections', 'status');
      expect([status, complained]).toEqual([2, expect.stringContaining('BENKAN_DATA')]);
      expect(existsSync(nowhere)).toBe(false);
    },
    MINUTES,
  );
});
