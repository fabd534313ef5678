import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { open } from 'lmdb';
import { engineIn, temporaryFolder, type TestEngine } from './testing';
import { recordKey } from './store/keys';
import { orderKey } from './values/order-key';
import type { Doc } from './values/document';

const COUNT = 40;
const rowOf = (n: number): Doc => ({
  _id: `row-${n}`,
  code: `code-${n}-unmistakable`,
  text: `text of row ${n}`,
});
const rows = Array.from({ length: COUNT }, (_, n) => rowOf(n));

describe('a flipped bit in the data files', () => {
  let folder: string;
  let remove: () => Promise<void>;
  let intact: Buffer;
  const data = (): string => join(folder, 'data.mdb');

  beforeAll(async () => {
    ({ folder, remove } = await temporaryFolder());
    const { engine, run } = engineIn(folder);
    await run({ createIndexes: 'rows', indexes: [{ key: { code: 1 }, name: 'code', unique: true }] });
    expect(await run({ insert: 'rows', documents: rows })).toMatchObject({ n: COUNT });
    await engine.close();
    intact = await readFile(data());
  });
  afterEach(() => writeFile(data(), intact));
  afterAll(() => remove());

  // pages freed on the way hold older copies: every copy is hit
  const flip = async (needle: Buffer, byte: number, bit: number): Promise<void> => {
    const bytes = Buffer.from(intact);
    let hits = 0;
    for (let at = bytes.indexOf(needle); at !== -1; at = bytes.indexOf(needle, at + 1), hits += 1)
      bytes[at + byte] = (bytes[at + byte] ?? 0) ^ (1 << bit);
    expect(hits).toBeGreaterThan(0);
    await writeFile(data(), bytes);
  };

  const opened = async (
    use: (engine: TestEngine) => Promise<void>,
    onDamage: (line: string) => void = () => undefined,
  ): Promise<void> => {
    const opening = engineIn(folder, { onDamage });
    try {
      await use(opening);
    } finally {
      await opening.engine.close();
    }
  };

  const damaged = { ok: 0, code: 301, codeName: 'DataCorruptionDetected' };
  const place = (longest: number) =>
    fc.tuple(fc.nat({ max: COUNT - 1 }), fc.nat({ max: longest - 1 }), fc.nat({ max: 7 }));

  it('of a document is reported by whatever would serve it, and the others are served', async () => {
    const check = async ([n, byte, bit]: readonly [number, number, number]): Promise<void> => {
      await flip(Buffer.from(`text of row ${n}\0`), byte, bit);
      await opened(async ({ run, rows: rowsOf }) => {
        const filter = { _id: `row-${n}` };
        expect(await run({ find: 'rows', filter })).toMatchObject(damaged);
        expect(await run({ find: 'rows', filter: { code: rowOf(n)['code'] } })).toMatchObject(damaged);
        expect(await run({ find: 'rows' })).toMatchObject(damaged);
        const pipeline = [{ $group: { _id: null, n: { $sum: 1 } } }];
        expect(await run({ aggregate: 'rows', pipeline, cursor: {} })).toMatchObject(damaged);
        const updates = [{ q: filter, u: { $set: { text: 'new' } } }];
        expect(await run({ update: 'rows', updates })).toMatchObject({ n: 0, writeErrors: [{ code: 301 }] });
        const other = rowOf((n + 1) % COUNT);
        expect(await rowsOf({ find: 'rows', filter: { _id: other['_id'] } })).toEqual([other]);
        expect(await run({ validate: 'rows' })).toMatchObject({ valid: false, nInvalidDocuments: 1 });
      });
    };
    await fc.assert(fc.asyncProperty(place('text of row '.length), check), { numRuns: 25 });
  });

  it('is told once, however often it is met, and only when it is met', async () => {
    await flip(Buffer.from('text of row 7\0'), 0, 0);
    const told: string[] = [];
    await opened(
      async ({ run }) => {
        await run({ find: 'rows', filter: { _id: 'row-8' } });
        expect(told).toEqual([]);
        const updates = [{ q: { _id: 'row-7' }, u: { $set: { text: 'new' } } }];
        await run({ update: 'rows', updates });
        await run({ find: 'rows', filter: { _id: 'row-7' } });
        await run({ find: 'rows' });
        expect(told).toEqual([expect.stringContaining('fails its checksum')]);
      },
      (line) => told.push(line),
    );
  });

  it('of an index entry is reported, not taken for an absent document', async () => {
    const check = async ([n, byte, bit]: readonly [number, number, number]): Promise<void> => {
      const code = rowOf(n)['code'];
      // the entry's value follows its key
      const entry = orderKey(code);
      const value = Buffer.from(`\x0frow-${n}\0\0`, 'latin1');
      const at = intact.indexOf(value, intact.indexOf(entry));
      expect(at - intact.indexOf(entry)).toBeLessThan(entry.length + 8);
      await flip(
        intact.subarray(intact.indexOf(entry), at + value.length),
        at - intact.indexOf(entry) + byte,
        bit,
      );
      await opened(async ({ run }) => {
        expect(await run({ find: 'rows', filter: { code } })).toMatchObject(damaged);
        expect(await run({ validate: 'rows' })).toMatchObject({
          valid: false,
          indexDetails: { _id_: { valid: true }, code: { valid: false } },
        });
      });
    };
    await fc.assert(fc.asyncProperty(place('row-'.length), check), { numRuns: 25 });
  });

  it('of an index entry that leads to another document is reported, not passed over', async () => {
    const entry = orderKey(rowOf(2)['code']);
    const from = intact.indexOf(entry);
    const value = Buffer.from('\x0frow-2\0\0', 'latin1');
    const at = intact.indexOf(value, from);
    // 2 becomes 3
    await flip(intact.subarray(from, at + value.length), at - from + '\x0frow-'.length, 0);
    await opened(async ({ run }) => {
      expect(await run({ find: 'rows', filter: { code: rowOf(2)['code'] } })).toMatchObject(damaged);
      expect(await run({ find: 'rows', filter: { code: { $gte: rowOf(2)['code'] } } })).toMatchObject(
        damaged,
      );
    });
  });

  it.each([
    ['a document', recordKey(1, 'row-2'), {}],
    ['an index entry', orderKey(rowOf(2)['code']), { code: { $gte: '' } }],
  ])('of the key of %s is reported by whoever meets it', async (_name, key, filter) => {
    // the last character; the order of the keys stays
    const byte = key.lastIndexOf(Buffer.from(_name === 'a document' ? '2' : 'e'));
    await flip(key, byte, 0);
    await opened(async ({ run }) => {
      expect(await run({ find: 'rows', filter })).toMatchObject(damaged);
      expect(await run({ validate: 'rows' })).toMatchObject({ valid: false });
    });
  });

  it('is not what a lost document is, which is reported too', async () => {
    const store = open<Buffer, Buffer>({ path: folder, noSubdir: false, keyEncoding: 'binary', maxDbs: 1 });
    store.removeSync(recordKey(1, 'row-2'));
    await store.close();
    await opened(async ({ run }) => {
      for (const code of [rowOf(2)['code'], { $gte: rowOf(2)['code'] }])
        expect(await run({ find: 'rows', filter: { code } })).toMatchObject(damaged);
      expect(await run({ validate: 'rows' })).toMatchObject({
        valid: false,
        indexDetails: { code: { valid: false } },
      });
    });
  });

  it('is absent here: all is valid, and every entry is counted', async () => {
    await opened(async ({ run }) => {
      expect(await run({ validate: 'rows' })).toMatchObject({
        valid: true,
        nrecords: COUNT,
        keysPerIndex: { _id_: COUNT, code: COUNT },
      });
    });
  });
});
