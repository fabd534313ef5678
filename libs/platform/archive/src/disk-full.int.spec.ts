import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { backUp } from './back-up';
import { ArchiveRefused } from './refused';
import {
  filesUnder,
  holdMeetings,
  inMemorySystem,
  temporaryFolder,
  upload,
  type RunningSystem,
  type TemporaryFolder,
} from './running-system.examples';
import { smallDisk, type SmallDisk } from '@benkan/testing';
import { verifyBackup } from './verify-backup';

const KILOBYTES = 1_024;

let folder: TemporaryFolder;
let system: RunningSystem;
let disks: SmallDisk[];
beforeEach(async () => {
  [folder, system, disks] = [await temporaryFolder(), await inMemorySystem(), []];
});
afterEach(async () => {
  for (const disk of disks) await disk.remove();
  await folder.remove();
});

const diskOf = async (name: string, kilobytes: number): Promise<string> => {
  const disk = await smallDisk(folder.at(name), kilobytes);
  disks.push(disk);
  return disk.path;
};

const refusalOf = async (work: Promise<unknown>): Promise<ArchiveRefused> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ArchiveRefused) return error;
  throw error ?? new Error('it was not refused');
};

describe('a disk that fills while a backup is written', () => {
  it('is emptied of it, keeps every older backup, and is said how much is missing', async () => {
    const disk = await diskOf('disk', KILOBYTES);
    await holdMeetings(system, 4);
    const older = await backUp({ source: system, dir: join(disk, 'older') });
    await upload(system);
    const dir = join(disk, 'newer');
    const refusal = await refusalOf(backUp({ source: system, dir }));
    expect(refusal).toMatchObject({ code: 'disk-full', missingBytes: expect.any(Number) });
    expect(refusal.message).toMatch(/newer.* MB more are needed; free them/);
    expect([...(await filesUnder(dir)), ...(await filesUnder(`${dir}.keys`))]).toEqual([]);
    expect(await verifyBackup(older)).toMatchObject({ kind: 'whole', keys: 'whole' });

    const missing = refusal.missingBytes ?? 0;
    expect(missing).toBeGreaterThan(0);
    const larger = await diskOf('larger', KILOBYTES + Math.ceil(missing / 1024));
    await expect(backUp({ source: system, dir: join(larger, 'newer') })).resolves.toMatchObject({
      manifest: { vault: { chunks: { records: 2 } } },
    });
    expect(missing).toBeLessThan(KILOBYTES * 1024);
  });

  it('may be full from the first byte on', async () => {
    const disk = await diskOf('disk', 64);
    expect(() => writeFileSync(join(disk, 'filler'), Buffer.alloc(100_000))).toThrow(/ENOSPC/);
    const refusal = await refusalOf(
      backUp({ source: system, dir: join(disk, 'backup'), keysDir: folder.at('k') }),
    );
    expect(refusal).toMatchObject({ code: 'disk-full', message: expect.stringMatching(/free room/) });
    expect((await filesUnder(disk)).map((file) => basename(file))).toContain('filler');
  });

  it('may be that of the keys alone: the data are taken away too', async () => {
    await holdMeetings(system, 120);
    const keysDir = join(await diskOf('keys', 32), 'keys');
    const dir = folder.at('data');
    const refusal = await refusalOf(backUp({ source: system, dir, keysDir }));
    expect(refusal).toMatchObject({ code: 'disk-full', message: expect.stringContaining(keysDir) });
    expect([...(await filesUnder(dir)), ...(await filesUnder(keysDir))]).toEqual([]);
    await expect(backUp({ source: system, dir })).resolves.toMatchObject({ dir });
  });
});
