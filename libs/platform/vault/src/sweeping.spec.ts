import { randomUUID } from 'node:crypto';
import { inMemoryVault } from './in-memory';
import { memoryShelf } from './memory-shelf';
import { dataKeys } from './data-keys';
import { kekFrom, ringOf } from './keyring';
import { people } from './people';
import type { PersonRecord } from './records';
import { freshWrappedKey, keyRecordId, ROOT_ID, type KeyRecord } from './wrapped-key';

const listed = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};

describe('the upkeep of a vault', () => {
  let instant = new Date(1_000);
  const at = (ms: number): Date => (instant = new Date(ms));
  const open = () => inMemoryVault(() => instant);

  it('tells who was erased and when, and the latest of several', async () => {
    const vault = open();
    const [one, two] = [randomUUID(), randomUUID()];
    at(1_000);
    await vault.erasePerson(one);
    at(2_000);
    await vault.erasePerson(two);
    // said again, the day stays
    await vault.erasePerson(one);
    expect(
      new Map((await listed(vault.erasures())).map(({ ref, erasedAt }) => [ref, erasedAt.getTime()])),
    ).toEqual(
      new Map([
        [one, 1_000],
        [two, 2_000],
      ]),
    );
    expect(await vault.erasedAt([one, two])).toEqual(new Date(2_000));
    expect(await vault.erasedAt([one, randomUUID()])).toBeUndefined();
  });

  it('finds what was sealed within a span of time', async () => {
    const vault = open();
    const [early, late] = [randomUUID(), randomUUID()];
    at(1_000);
    await vault.sealPerson(early, { lastName: 'x' });
    await vault.sealText(early, 'x');
    at(2_000);
    await vault.sealPerson(late, { lastName: 'y' });
    await vault.sealText(late, 'y');
    for (const sealed of [vault.peopleSealed, vault.textsSealed]) {
      expect(await listed(sealed(new Date(0), new Date(2_000)))).toEqual([early]);
      expect(await listed(sealed(new Date(1_001), new Date(2_001)))).toEqual([late]);
    }
  });

  it('forgets nobody who was sealed again since, nor the erased', async () => {
    const vault = open();
    const [again, gone] = [randomUUID(), randomUUID()];
    at(1_000);
    await vault.sealPerson(again, { lastName: 'x' });
    at(3_000);
    await vault.sealPerson(again, { lastName: 'y' });
    await vault.erasePerson(gone);
    expect(await vault.forgetPerson(again, new Date(2_000))).toBe(false);
    expect(await vault.forgetPerson(gone, new Date(9_000))).toBe(false);
    expect(await vault.openPerson(again)).toMatchObject({ kind: 'open' });
    expect(await vault.openPerson(gone)).toEqual({ kind: 'erased' });
  });

  it('destroys the key of a text for ever', async () => {
    const vault = open();
    const ref = randomUUID();
    await vault.sealText(ref, 'x');
    await vault.eraseTexts([ref]);
    await vault.eraseTexts([ref]);
    expect(await vault.openTexts([ref])).toEqual(new Map());
    await expect(vault.sealText(ref, 'x')).rejects.toMatchObject({ code: 'erased' });
    expect(await listed(vault.erasures())).toEqual([]);
  });

  it('remembers since when the keys are clean, over a rotation too', async () => {
    const vault = open();
    expect(await vault.cleanSince()).toBeUndefined();
    await vault.markClean(new Date(5_000));
    expect(await vault.cleanSince()).toEqual(new Date(5_000));
  });

  it('destroys uploads and leaves notes', async () => {
    const vault = open();
    const ref = randomUUID();
    at(1_000);
    await vault.sealFile(ref, Buffer.from('x'));
    await vault.putNote('jobs', ref, Buffer.from('x'));
    expect(await vault.destroyUploadsBefore(new Date(1_000))).toBe(0);
    expect(await vault.destroyUploadsBefore(new Date(1_001))).toBe(1);
    expect(await vault.openFile(ref)).toBeUndefined();
    expect(await vault.openNote(ref)).toBeDefined();
  });
});

describe('a person sealed while a sweep takes the key of an older attempt', () => {
  it('is sealed once more, under a key that is there', async () => {
    const kek = kekFrom(Buffer.alloc(32, 7));
    const root = freshWrappedKey(kek, 'root', 'pepper', new Date());
    const keys = memoryShelf(new Map<string, KeyRecord>([[ROOT_ID, root]]));
    const shelf = memoryShelf<PersonRecord>();
    const ref = randomUUID();
    let swept = false;
    const meddled = {
      ...shelf,
      put: async (record: PersonRecord) => {
        await shelf.put(record);
        if (!swept) await keys.remove({ _id: keyRecordId('person', ref) });
        swept = true;
      },
    };
    const now = () => new Date();
    const vault = people(meddled, dataKeys(keys, ringOf([kek]), now), now, () => undefined);
    await vault.sealPerson(ref, { lastName: 'x' });
    expect(await vault.openPerson(ref)).toEqual({ kind: 'open', person: { lastName: 'x' } });
  });
});
