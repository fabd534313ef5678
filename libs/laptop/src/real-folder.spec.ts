import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from './cannot-start';
import { openDataFolder, openKnownFolder } from './data-folder';
import { isWithin, programFolder } from './outside';
import { openRealFolder } from './real-folder';

describe('a directory for real data', () => {
  let parent: string;
  let checkout: string;
  const at = (...names: readonly string[]): string => join(parent, ...names);
  const open = (folder: string, kekFile: string | undefined = at('safe', 'kek')) =>
    openRealFolder({
      folder,
      kekFile,
      checkout,
      makeKey: ({ kekFile: file, kekSalt }) => writeFileSync(file ?? kekSalt, 'key', { flag: 'a' }),
    });
  const refusal = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      expect(error).toBeInstanceOf(CannotStart);
      const { message } = error as CannotStart;
      expect(message).not.toContain('\n');
      return message;
    }
    throw new Error('not refused');
  };

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'benkan-real-'));
    checkout = at('program');
    mkdirSync(at('program', 'dist'), { recursive: true });
    mkdirSync(at('safe'));
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  it('is made for this user alone, says what it is, and is opened again as it is', () => {
    const { folder, created } = open(at('data'));
    expect(created).toBe(true);
    expect(statSync(at('data')).mode & 0o777).toBe(0o700);
    expect(folder.marker()).toEqual({ kind: 'real', format: 1, demonstration: 'none', custody: 'file' });
    expect([folder.kekFile, existsSync(at('data', 'kek'))]).toEqual([at('safe', 'kek'), false]);
    expect(open(at('data'))).toMatchObject({ created: false });
    expect(readFileSync(at('safe', 'kek'), 'utf8')).toBe('key');
  });

  it('lies outside the program, by whatever way one goes', () => {
    symlinkSync(checkout, at('link'));
    symlinkSync(at('program', 'data'), at('dangling'));
    for (const inside of [at('program', 'data'), at('program'), at('link', 'a', 'b'), at('dangling')])
      expect(refusal(() => open(inside))).toContain('lies outside the program');
    expect(refusal(() => open(parent))).toContain('holds the program itself');
    expect(existsSync(at('program', 'data'))).toBe(false);
  });

  it('has its key outside itself and the program, by whatever way one goes', () => {
    symlinkSync(at('program'), at('link'));
    expect(refusal(() => open(at('data'), at('link', 'kek')))).toContain('lies outside the program');
    expect(refusal(() => open(at('data'), at('data', 'kek')))).toContain('outside the data directory');
    expect(refusal(() => open(at('data'), at('nowhere', 'kek')))).toContain('no such folder for the key');
    expect(existsSync(at('data'))).toBe(false);
  });

  it('is never a demonstration, nor a demonstration ever real', () => {
    open(at('real'));
    openDataFolder({ folder: at('demo'), ephemeral: false, empty: true });
    expect(refusal(() => openDataFolder({ folder: at('real'), ephemeral: false, empty: true }))).toContain(
      'not a demonstration directory',
    );
    expect(refusal(() => open(at('demo')))).toContain('never becomes real');
  });

  it('is a new one: nothing else lay in it', () => {
    mkdirSync(at('full'));
    writeFileSync(at('full', 'letter.txt'), 'x');
    expect(refusal(() => open(at('full')))).toContain('is not empty');
    expect(refusal(() => open(at('full', 'letter.txt')))).toContain('is not empty');
    mkdirSync(at('empty'));
    expect(open(at('empty')).created).toBe(true);
  });

  it('gets no other key when its own is missing', () => {
    open(at('data'));
    rmSync(at('safe', 'kek'));
    expect(refusal(() => open(at('data')))).toContain('put back one of its two sealed copies');
    expect(existsSync(at('safe', 'kek'))).toBe(false);
  });

  it('keeps to a file or to a passphrase', () => {
    open(at('file'));
    expect(
      refusal(() =>
        openRealFolder({ folder: at('file'), kekFile: undefined, checkout, makeKey: () => undefined }),
      ),
    ).toContain('give BENKAN_KEK_FILE');
    const spoken = () =>
      openRealFolder({ folder: at('spoken'), kekFile: undefined, checkout, makeKey: () => undefined });
    expect(spoken().folder.marker().custody).toBe('passphrase');
    expect(refusal(() => open(at('spoken')))).toContain('start with --passphrase');
  });

  it('is not made when its key cannot be, and can be made afterwards', () => {
    const failing = () =>
      openRealFolder({
        folder: at('data'),
        kekFile: undefined,
        checkout,
        makeKey: ({ kekSalt }) => {
          writeFileSync(kekSalt, 'salt');
          throw new Error('weak');
        },
      });
    expect(failing).toThrow('weak');
    expect(existsSync(at('data', 'benkan.json'))).toBe(false);
    expect(open(at('data')).created).toBe(true);
  });

  it('is opened by commands with the key that was told, and none is guessed', () => {
    open(at('data'));
    openDataFolder({ folder: at('demo'), ephemeral: false, empty: true });
    expect(openKnownFolder({ folder: at('data'), kekFile: undefined }).kekFile).toBeUndefined();
    expect(openKnownFolder({ folder: at('data'), kekFile: '/k' }).kekFile).toBe('/k');
    expect(openKnownFolder({ folder: at('demo'), kekFile: '/k' }).kekFile).toBe(at('demo', 'kek'));
  });
});

describe('a path', () => {
  it('lies within a folder, not beside one whose name begins alike', () => {
    expect(isWithin('/a/b', '/a')).toBe(true);
    expect(isWithin('/a', '/a')).toBe(true);
    expect(isWithin('/ab', '/a')).toBe(false);
    expect(isWithin('/a/../b', '/a')).toBe(false);
    expect(isWithin('/x', '/')).toBe(true);
  });

  it('of the program is where its package lies', () => {
    expect(existsSync(join(programFolder(), 'package.json'))).toBe(true);
    expect(isWithin(__dirname, programFolder())).toBe(true);
  });
});
