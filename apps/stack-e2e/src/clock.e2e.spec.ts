import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientOf } from './client';
import { installedCommittee } from './committee-at-work';
import { startStack, throwAwayFolder } from './stack';

/** A clock that stands so many milliseconds off, in every process and thread of a stack. */
const clockOff = async (folder: string, milliseconds: number): Promise<Record<string, string>> => {
  const file = join(folder, 'clock.cjs');
  await writeFile(
    file,
    `const Real = Date;
     globalThis.Date = class extends Real {
       constructor(...args) { args.length === 0 ? super(Real.now() + (${milliseconds})) : super(...args); }
       static now() { return Real.now() + (${milliseconds}); }
     };`,
  );
  return { NODE_OPTIONS: `--require ${file}` };
};

const HOUR_MS = 3_600_000;
const KEY = randomUUID();

describe('a clock behind the newest recorded fact', () => {
  let scratch: string;
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'benkan-clock-'));
  });
  afterAll(() => rm(scratch, { recursive: true }));

  const convene = (client: ReturnType<typeof clientOf>, committeeId: string, key: string) =>
    client.post(
      'secretary',
      '/v1/meetings',
      { committeeId, meetingKind: 'STATUTORY', plannedOn: '2025-02-03', agenda: ['Salubrité'] },
      { key },
    );

  it('stops writing with the remedy, goes on reading, and writes again when it is right', async () => {
    const folder = await throwAwayFolder();
    try {
      const before = await startStack({ folder: folder.path, args: ['--empty'] });
      const { committeeId } = await installedCommittee(clientOf(before.url), 'ML090101');
      await before.stop();

      const env = await clockOff(scratch, -HOUR_MS);
      const behind = await startStack({ folder: folder.path, args: ['--empty'], env });
      const client = clientOf(behind.url);
      const no = await convene(client, committeeId, KEY);
      expect([no.status, no.body['code']]).toEqual([503, 'clock-behind']);
      expect(String(no.body['detail'])).toContain('à l’heure');
      expect((await client.get('secretary', `/v1/committees/${committeeId}`)).status).toBe(200);
      await behind.stop();

      const right = await startStack({ folder: folder.path, args: ['--empty'] });
      const yes = await convene(clientOf(right.url), committeeId, KEY);
      expect(yes.status).toBe(201);
      await right.stop();
    } finally {
      await folder.remove();
    }
  }, 180_000);

  it('is trusted when the operator says that it is right and the recorded fact is not', async () => {
    const folder = await throwAwayFolder();
    try {
      const ahead = await startStack({
        folder: folder.path,
        args: ['--empty'],
        env: await clockOff(scratch, 24 * HOUR_MS),
      });
      const { committeeId } = await installedCommittee(clientOf(ahead.url), 'ML090101');
      await ahead.stop();

      const right = await startStack({
        folder: folder.path,
        args: ['--empty'],
        env: { BENKAN_CLOCK_CHECKED: 'yes' },
      });
      expect((await convene(clientOf(right.url), committeeId, randomUUID())).status).toBe(201);
      await right.stop();
    } finally {
      await folder.remove();
    }
  }, 180_000);
});
