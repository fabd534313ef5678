import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBelow } from './byte-search';

const TEXT = 'Repère Kadiatou';
const around = (kept: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from([0, 255, 1]), Buffer.from(kept), Buffer.from([254, 0])]);
const inside = (shift: number) => Buffer.from(`${'x'.repeat(shift)}${TEXT} et la suite`);

const ways: readonly (readonly [string, Buffer])[] = [
  ['as it is', around(TEXT)],
  ['in UTF-16', around(Buffer.from(TEXT, 'utf16le'))],
  ['in capitals', around(TEXT.toUpperCase())],
  ['in small letters', around(TEXT.toLowerCase())],
  ['with the accents apart', around(TEXT.normalize('NFD'))],
  ['as JSON in ASCII', around('"Rep\\u00e8re Kadiatou"')],
  ['in a URL', around(`?q=${encodeURIComponent(TEXT)}`)],
  ['in hexadecimal', around(inside(1).toString('hex'))],
  ...[0, 1, 2].flatMap((shift): (readonly [string, Buffer])[] => [
    [`in base64, shifted by ${shift}`, around(inside(shift).toString('base64'))],
    [`in base64url, shifted by ${shift}`, around(inside(shift).toString('base64url'))],
    [
      `in base64 of UTF-16, shifted by ${shift}`,
      around(Buffer.from(inside(shift).toString(), 'utf16le').toString('base64')),
    ],
  ]),
];

describe('the search for a text in files', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benkan-search-'));
    await mkdir(join(folder, 'deep', 'down'), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each(ways)('finds it %s', async (_, bytes) => {
    await writeFile(join(folder, 'deep', 'down', 'data.mdb'), bytes);
    expect(await findBelow(folder, [TEXT])).toEqual([`deep/down/data.mdb: ${TEXT}`]);
  });

  it('finds nothing where there is nothing', async () => {
    await writeFile(join(folder, 'data.mdb'), around('Repère Aminata'));
    expect(await findBelow(folder, [TEXT])).toEqual([]);
  });
});
