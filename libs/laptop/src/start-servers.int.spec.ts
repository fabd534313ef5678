import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { startServers, type OnDamage } from './start-servers';

const WRITTEN = 'un mot que personne d’autre n’écrit';

describe('the servers of a laptop', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'benkan-servers-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  const started = (onDamage: OnDamage) =>
    startServers(
      {
        folders: {
          ...{ events: join(root, 'events'), readModels: join(root, 'read-models') },
          ...{ vault: join(root, 'vault'), keys: join(root, 'keys') },
        },
        brokerToken: 'secret',
        elsewhere: {},
      },
      onDamage,
    );

  const withTexts = async (
    url: string,
    work: (texts: mongo.Collection<{ _id: string; text: string }>) => Promise<unknown>,
  ) => {
    const client = await mongo.MongoClient.connect(url);
    await work(client.db('benkan').collection('texts')).finally(() => client.close());
  };

  it('tell which store is damaged, once somebody meets it', async () => {
    const told: (readonly [string, string])[] = [];
    const first = await started((...damage) => told.push(damage));
    await withTexts(first.urls.vaultUrl, (texts) => texts.insertOne({ _id: 'a', text: WRITTEN }));
    await first.close();
    const file = join(root, 'vault', 'data.mdb');
    const bytes = readFileSync(file);
    // pages freed on the way hold older copies: every copy is hit
    for (let at = bytes.indexOf(WRITTEN); at !== -1; at = bytes.indexOf(WRITTEN, at + 1))
      bytes[at + 3] = 0x58;
    writeFileSync(file, bytes);

    const second = await started((...damage) => told.push(damage));
    expect(told).toEqual([]);
    await withTexts(second.urls.vaultUrl, (texts) =>
      expect(texts.findOne({ _id: 'a' })).rejects.toMatchObject({ code: 301 }),
    );
    await second.close();
    expect(told).toEqual([['vault', expect.stringContaining('fails its checksum')]]);
  });
});
