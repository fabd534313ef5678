import { temporaryFolder } from '../testing';
import { Catalogue } from './catalogue';
import { openStore, type Store } from './store';

describe('the catalogue', () => {
  let folder: string;
  let remove: () => Promise<void>;
  let store: Store;
  let catalogue: Catalogue;

  beforeEach(async () => {
    ({ folder, remove } = await temporaryFolder());
    store = openStore(folder);
    catalogue = new Catalogue(store);
    await store.write(() => catalogue.create('test', 'kept'));
  });
  afterEach(async () => {
    await store.close();
    await remove();
  });

  const names = (): readonly string[] => catalogue.all().map(({ name }) => name);

  it('forgets what a transaction that was undone had created or dropped', async () => {
    const failed = store.write(() => {
      const [kept] = catalogue.all();
      if (kept) catalogue.drop(kept);
      catalogue.create('test', 'undone');
      throw new TypeError('a bug');
    });
    await expect(failed).rejects.toThrow('a bug');
    expect(names()).toEqual(['kept']);
    expect(new Catalogue(store).all()).toEqual(catalogue.all());
  });

  it('gives no number twice, and keeps what a neighbour of a bug created', async () => {
    const created = store.write(() => catalogue.create('test', 'neighbour').id);
    const failed = store.write(() => {
      throw new TypeError('a bug');
    });
    const [neighbour] = await Promise.allSettled([created, failed]);
    expect(neighbour).toMatchObject({ status: 'fulfilled', value: 2 });
    expect(await store.write(() => catalogue.create('test', 'next').id)).toBe(3);
    expect(names()).toEqual(['kept', 'neighbour', 'next']);
  });
});
