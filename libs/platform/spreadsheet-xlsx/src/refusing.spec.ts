import { monitorEventLoopDelay } from 'node:perf_hooks';
import { deflateRawSync } from 'node:zlib';
import type { FileRefusal, ReadLimits } from '@benkan/spreadsheet';
import { xlsxSpreadsheets } from './index';
import { workbookOf, zipOf } from './testing';

const { read } = xlsxSpreadsheets();
const text = (value: string) => new TextEncoder().encode(value);
const rows = (count: number, cell = '<c t="n"><v>1</v></c>') => `<row>${cell}</row>`.repeat(count);

const refusalOf = async (bytes: Uint8Array, limits?: Partial<ReadLimits>) => {
  const outcome = await read(bytes, limits);
  return outcome.kind === 'refused' ? outcome.code : outcome.kind;
};

const cases: readonly [string, Uint8Array, FileRefusal, Partial<ReadLimits>?][] = [
  ['an empty file', new Uint8Array(), 'empty-file'],
  ['a file of blanks', text(' \r\n\t\n'), 'empty-file'],
  ['a text', text('Ceci n’est pas un tableau.\nDu tout.'), 'not-a-spreadsheet'],
  ['bytes', Uint8Array.from({ length: 400 }, (_, index) => index % 256), 'not-a-spreadsheet'],
  ['a zip of something else', zipOf([{ name: 'a.xml', content: text('<a/>') }]), 'not-a-spreadsheet'],
  [
    'an open document',
    zipOf([{ name: 'META-INF/manifest.xml', content: text('<a/>') }]),
    'not-a-spreadsheet',
  ],
  ['a truncated workbook', workbookOf(rows(3)).subarray(0, 700), 'not-a-spreadsheet'],
  ['a CSV with a quote never closed', text('a;b\n"c;d\ne;f'), 'not-a-spreadsheet'],
  ['too many rows', workbookOf(rows(11)), 'too-many-rows', { rows: 10 }],
  ['too many rows in a CSV', text('a;b\n'.repeat(11)), 'too-many-rows', { rows: 10 }],
  [
    'too many columns',
    workbookOf(rows(1, '<c t="n"><v>1</v></c>'.repeat(6))),
    'too-many-columns',
    { columns: 5 },
  ],
  ['too many columns in a CSV', text('a;b;c;d;e;f\n'), 'too-many-columns', { columns: 5 }],
  ['a CSV beyond the bytes', text('a;b\n'.repeat(100)), 'inflates-too-large', { inflatedBytes: 300 }],
  [
    'a workbook beyond the declared bytes',
    workbookOf(rows(500)),
    'inflates-too-large',
    { inflatedBytes: 5_000 },
  ],
  ['a workbook that lies', workbookOf(rows(500), 10), 'inflates-too-large', { inflatedBytes: 5_000 }],
  ['a workbook that needs time', workbookOf(rows(20_000)), 'takes-too-long', { milliseconds: 30 }],
  ['a workbook that needs memory', workbookOf(rows(400_000)), 'takes-too-much-memory', { heapMegabytes: 24 }],
];

it.each(cases.map(([name, bytes, code, limits]) => ({ name, bytes, code, limits })))(
  '$name is refused',
  async ({ bytes, code, limits }) => expect(await refusalOf(bytes, limits)).toBe(code),
);

it('a shared text repeated without end is refused', async () => {
  const merged = `<row><c t="inlineStr"><is><t>${'x'.repeat(1000)}</t></is></c></row>`;
  const bytes = workbookOf(`${merged}${'<row><c r="Z20" t="n"><v>1</v></c></row>'}`);
  expect(await refusalOf(bytes, { inflatedBytes: 3_000 })).toBe('read');
  const book = workbookOf(
    `${merged}<row r="20"><c r="Z20" t="n"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:Z19"/></mergeCells><sheetData>`,
  );
  expect(await refusalOf(book, { inflatedBytes: 3_000 })).toBe('inflates-too-large');
});

describe('5 MB that inflate to 400 MB', () => {
  const noise = Buffer.alloc(5_000_000, 'abcdefghijklmnopqrstuvwxyz0123456789');
  const bomb = (declared?: number) => {
    const content = Buffer.alloc(400_000_000, rows(100));
    const part = {
      name: 'xl/worksheets/sheet1.xml',
      content,
      ...(declared === undefined ? {} : { declared }),
    };
    return zipOf([part, { name: 'padding.bin', content: deflateRawSync(noise, { level: 0 }) }]);
  };

  it.each([
    ['that says so', undefined],
    ['that lies', 1000],
  ])('%s is refused while the main thread stays awake', async (_, declared) => {
    const bytes = bomb(declared);
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    expect(await refusalOf(bytes)).toBe('inflates-too-large');
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(500);
  });
});

it('many files at once wait for their turn', async () => {
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => refusalOf(text('a;b\nc;d'))));
  expect(outcomes).toEqual(Array(5).fill('read'));
});
