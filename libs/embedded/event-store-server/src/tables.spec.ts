import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';
import { FORMAT, openTables } from './tables';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benkan-tables-'));
});
afterEach(() => rm(folder, { recursive: true }));

const openAndClose = async (): Promise<void> => {
  const tables = openTables(folder);
  tables.reserve.close();
  await tables.environment.close();
};

describe('the mark of the format', () => {
  it('is written to a new folder', async () => {
    await openAndClose();
    const database = open<number, string>({ path: folder, maxDbs: 8, readOnly: true });
    expect(database.get('format')).toBe(FORMAT);
    await database.close();
  });

  // a start must need no room on the disk
  it('is not written again: opening changes no byte of the data', async () => {
    await openAndClose();
    const before = readFileSync(join(folder, 'data.mdb'));
    await openAndClose();
    await openAndClose();
    expect(readFileSync(join(folder, 'data.mdb')).equals(before)).toBe(true);
  });

  it('of a newer program is refused and left alone', async () => {
    const database = open<number, string>({ path: folder, maxDbs: 8 });
    await database.put('format', FORMAT + 1);
    await database.close();
    const before = readFileSync(join(folder, 'data.mdb'));
    expect(() => openTables(folder)).toThrow('format-newer');
    expect(readFileSync(join(folder, 'data.mdb')).equals(before)).toBe(true);
  });
});
