import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKek } from './load-kek';

describe('the key-encryption key', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kek-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is created once, for its owner only', () => {
    const file = join(folder, 'kek');
    const created = loadKek({ file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['kek']);
    const again = loadKek({ file });
    expect(again.id).toBe(created.id);
    expect(again.key.equals(created.key)).toBe(true);
  });

  it('is refused when others may read it', () => {
    const file = join(folder, 'kek');
    loadKek({ file });
    chmodSync(file, 0o640);
    expect(() => loadKek({ file })).toThrow(expect.objectContaining({ code: 'readable-by-others' }));
    expect(() => loadKek({ file })).toThrow(/mode 640.*chmod 600/);
  });

  it.each(['', 'short', `${'A'.repeat(44)}trailing`])('is refused when the file holds %p', (text) => {
    const file = join(folder, 'kek');
    writeFileSync(file, text, { mode: 0o600 });
    expect(() => loadKek({ file })).toThrow(expect.objectContaining({ code: 'not-a-key' }));
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('comes from a passphrase and its salt', () => {
    const [saltFile, other] = [join(folder, 'salt'), join(folder, 'other')];
    const kek = loadKek({ passphrase: 'trois baobabs au bord', saltFile });
    expect(loadKek({ passphrase: 'trois baobabs au bord', saltFile }).id).toBe(kek.id);
    expect(loadKek({ passphrase: 'quatre baobabs au bord', saltFile }).id).not.toBe(kek.id);
    expect(loadKek({ passphrase: 'trois baobabs au bord', saltFile: other }).id).not.toBe(kek.id);
    expect(() => loadKek({ passphrase: 'court', saltFile })).toThrow(
      expect.objectContaining({ code: 'weak-passphrase' }),
    );
  });
});
