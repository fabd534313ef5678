import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, type Running } from '@benkan/document-server';
import { collectionOf } from '@benkan/projections';
import { documentsAfter, everyKey, keysOf, told } from '@benkan/testing';
import { openViews, type Views } from '@benkan/view-store-mongo';
import { added, of, started } from './actor-map.examples';
import { actorMapsProjection } from './actor-map-view';
import { actorMapsSchema, listActorMaps, mapsWithNamesExpired, type ListActorMaps } from './list-actor-maps';

const facts = [
  started({ actorMapId: 'm-2', version: 2 }),
  added('a', '2025-06-30', 'm-2'),
  started(),
  added('a', '2025-01-31'),
  of('actor-map-published'),
  started({ actorMapId: 'm-3', unitId: 'u-2' }),
];

describe('actor maps, stored', () => {
  let folder: string;
  let server: Running;
  let views: Views;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'actor-maps-'));
    server = await start({ folder: join(folder, 'data') });
    views = await openViews({ url: server.url, database: 'registry' });
    const documents = documentsAfter(actorMapsProjection, told(...facts));
    await views.store.save(collectionOf(actorMapsProjection), documents);
  });
  afterAll(async () => {
    await views.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  const model = async () => (await views.model('actor-maps', actorMapsSchema)).current();
  const listed = async (request: Partial<ListActorMaps>) =>
    keysOf(await listActorMaps(await model(), { limit: 50, ...request }));

  it('are listed by unit and version, and by what is asked of them', async () => {
    expect(await listed({})).toEqual(['m-1', 'm-2', 'm-3']);
    expect(await listed({ unitId: 'u-1' })).toEqual(['m-1', 'm-2']);
    expect(await listed({ status: 'PUBLISHED' })).toEqual(['m-1']);
    expect(await listed({ unitIds: ['u-2'] })).toEqual(['m-3']);
    expect(await listed({ unitId: 'u-1', unitIds: ['u-2'] })).toEqual([]);
  });

  it('are listed page after page, each once', async () => {
    const maps = await model();
    expect(await everyKey((after) => listActorMaps(maps, { limit: 1, after }))).toEqual([
      'm-1',
      'm-2',
      'm-3',
    ]);
    expect(await listed({ after: 'no cursor' })).toBe('bad-cursor');
  });

  it('are found the day after the last day of a name, and not on it', async () => {
    const maps = await model();
    expect(await mapsWithNamesExpired(maps, '2025-01-31')).toEqual([]);
    expect(await mapsWithNamesExpired(maps, '2025-02-01')).toEqual(['m-1']);
    expect(await mapsWithNamesExpired(maps, '2025-07-01')).toEqual(['m-1', 'm-2']);
  });
});
