import { randomUUID } from 'node:crypto';
import { cp, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { atLength } from '@benkan/testing';
import { backUp } from './back-up';
import { backupManifest, keysManifest, renderBackup, renderKeys, sha256Of } from './manifest';
import { KEYS_MANIFEST, MANIFEST } from './paths';
import { restore } from './restore';
import {
  emptyStores,
  filesUnder,
  holdMeetings,
  inMemorySystem,
  temporaryFolder,
  upload,
  type TemporaryFolder,
} from './running-system.examples';
import { verifyBackup } from './verify-backup';

const SMALL = { lines: 5, bytes: 3_000 };

let folder: TemporaryFolder;
let files: readonly string[];
const [one, other] = ['one', 'other'];

const take = async (name: string): Promise<void> => {
  const system = await inMemorySystem();
  const [erased] = await holdMeetings(system, 8);
  await upload(system);
  await system.vault.erasePerson(erased ?? '');
  await backUp({ source: system, dir: folder.at(name), limits: SMALL });
};

beforeAll(async () => {
  folder = await temporaryFolder();
  await take(one);
  await take(other);
  files = [...(await filesUnder(folder.at(one))), ...(await filesUnder(folder.at(`${one}.keys`)))];
});
afterAll(() => folder.remove());

/** What verification says: the first fault or the refusal; nothing when it finds the backup whole. */
const found = async (dir: string, keysDir: string): Promise<string | undefined> => {
  try {
    const result = await verifyBackup({ dir: folder.at(dir), keysDir: folder.at(keysDir) });
    return result.kind === 'faulty' ? `${result.fault.file}: ${result.fault.reason}` : undefined;
  } catch (error) {
    return String(error);
  }
};

const check = (): Promise<string | undefined> => found(one, `${one}.keys`);

/** Runs a check over a damaged file and repairs it. */
const damaging = async (file: string, damage: () => Promise<void>): Promise<string | undefined> => {
  const before = await readFile(file);
  await damage();
  const said = await check();
  await writeFile(file, before);
  return said;
};

const runs = atLength({ ci: 150, soak: 1_000 });
const anyFile = fc.nat();
const fileAt = (n: number): string => files[n % files.length] ?? '';

describe('verification', () => {
  afterEach(async () => {
    expect(await check()).toBeUndefined();
  });

  it('finds any one bit that was flipped, in any file', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, fc.nat(), fc.nat(7), async (which, where, bit) => {
        const bytes = await readFile(fileAt(which));
        const at = where % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        expect(await damaging(fileAt(which), () => writeFile(fileAt(which), bytes))).toBeDefined();
      }),
      { numRuns: runs },
    );
  }, 600_000);

  it('finds bits that were flipped anywhere in the manifests', async () => {
    for (const file of files.filter((each) => /benkan-(backup|keys).json$/.test(each))) {
      const bytes = await readFile(file);
      for (let bit = 0; bit < bytes.length * 8; bit += atLength({ ci: 81, soak: 27 })) {
        const flipped = Buffer.from(bytes);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(await damaging(file, () => writeFile(file, flipped))).toBeDefined();
      }
    }
  }, 600_000);

  it('finds every file that is missing, and names it', async () => {
    for (const file of files) {
      const said = await damaging(file, () => rm(file));
      if (file.endsWith(MANIFEST)) expect(said).toMatch(/holds no benkan-backup.json/);
      else if (file.endsWith(KEYS_MANIFEST)) expect(said).toMatch(/holds no benkan-keys.json/);
      else expect(said).toMatch(new RegExp(`^${file.replace(/^.*one(\.keys)?\//, '')}: missing-file`));
    }
  });

  it('finds every file that was truncated, at any length', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, fc.nat(), async (which, length) => {
        const { length: whole } = await readFile(fileAt(which));
        expect(await damaging(fileAt(which), () => truncate(fileAt(which), length % whole))).toBeDefined();
      }),
      { numRuns: runs },
    );
  }, 600_000);

  it('finds any two files that were swapped', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, anyFile, async (first, second) => {
        const [a, b] = [fileAt(first), fileAt(second)];
        fc.pre(a !== b);
        const swap = async (): Promise<void> => {
          const aside = folder.at(randomUUID());
          await rename(a, aside);
          await rename(b, a);
          await rename(aside, b);
        };
        await swap();
        const said = await check();
        await swap();
        expect(said).toBeDefined();
      }),
      { numRuns: runs },
    );
  }, 600_000);

  it('finds the keys of another backup, whole or in part', async () => {
    expect(await found(one, `${other}.keys`)).toMatch(/keys of another backup/);
    for (const file of files.filter((each) => each.includes('.keys/')))
      expect(await damaging(file, () => cp(file.replace('/one.keys/', '/other.keys/'), file))).toBeDefined();
    for (const file of files.filter((each) => !each.includes('.keys/'))) {
      const theirs = file.replace('/one/', '/other/');
      expect(await damaging(file, () => cp(theirs, file))).toBeDefined();
    }
  });

  it('finds keys that were taken out with care, checksums and all', async () => {
    const file = files.find((each) => each.endsWith(KEYS_MANIFEST)) ?? '';
    const before = keysManifest(KEYS_MANIFEST, await readFile(file));
    const fewer = { ...before, files: before.files.slice(1), records: before.records - 5 };
    expect(await damaging(file, () => writeFile(file, renderKeys(fewer)))).toBe(
      'benkan-keys.json: another-backup',
    );
  });

  it('names file, line and reason of what a careful hand altered', async () => {
    const name = 'events/000001.jsonl.gz';
    const [events, manifest] = [folder.at(`${one}/${name}`), folder.at(`${one}/${MANIFEST}`)];
    const [kept, was] = [await readFile(events), await readFile(manifest)];
    const forge = async (change: (line: string) => string) => {
      const lines = gunzipSync(kept).toString().split('\n');
      const plain = lines.map((line, index) => (index === 2 ? change(line) : line)).join('\n');
      const content = gzipSync(plain);
      const content256 = { sha256: sha256Of(content), bytes: content.length, plainBytes: plain.length };
      const told = backupManifest(MANIFEST, was);
      const [first, ...rest] = told.events.files;
      if (first === undefined) throw new Error('no file');
      await writeFile(events, content);
      const forged = { ...told.events, files: [{ ...first, ...content256 }, ...rest] };
      await writeFile(manifest, renderBackup({ ...told, events: forged }));
      const result = await verifyBackup({ dir: folder.at(one) });
      await writeFile(events, kept);
      await writeFile(manifest, was);
      return result;
    };
    const faulty = (reason: string) => ({ kind: 'faulty', fault: { file: name, line: 3, reason } });
    expect(await forge(() => 'nonsense')).toMatchObject(faulty('not-json'));
    expect(await forge(() => '{}')).toMatchObject(faulty('not-an-event'));
    expect(await forge((line) => line.replace('"revision":"0"', '"revision":"7"'))).toMatchObject(
      faulty('revision-gap'),
    );
    expect(await forge((line) => line.replace('meeting-held', 'meeting-hold'))).toMatchObject({
      kind: 'faulty',
      fault: { file: MANIFEST, reason: 'other-findings' },
    });
  });

  it('goes before a restoration, which then writes nothing', async () => {
    const file = files.find((each) => each.includes('/events/')) ?? '';
    const before = await readFile(file);
    await truncate(file, before.length - 1);
    const target = emptyStores();
    await expect(restore({ dir: folder.at(one), target })).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringMatching(/events\/000001.jsonl.gz: wrong-size/),
    });
    expect(await target.store.head()).toBeUndefined();
    for await (const record of target.shelves.keys.scan({})) throw new Error(record._id);
    await writeFile(file, before);
  });
});
