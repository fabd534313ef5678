import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, type Running } from '@benkan/document-server';
import { collectionOf } from '@benkan/projections';
import { documentsAfter, told } from '@benkan/testing';
import { openViews, type Views } from '@benkan/view-store-mongo';
import { atlasOf, unitsSchema } from './atlas';
import { unitsProjection } from './unit-view';

const id = '11111111-1111-5111-8111-111111111111';
const name = { textRef: id, digest: 'a'.repeat(64) };
const unit = (unitId: string) => ({
  type: 'unit-registered',
  data: { unitId, unitType: 'COMMUNE', parentId: null, name, codes: [], validFrom: null },
});
const renamed = (unitId: string, digest: string) => ({
  type: 'unit-renamed',
  data: { unitId, effectiveOn: '2024-01-01', legalAct: null, name: { ...name, digest: digest.repeat(64) } },
});
const facts = [unit('u-1'), unit('u-2'), renamed('u-1', 'b')];
// the first fact of a story is told at 100
const LAST = 102n;

describe('the atlas, read from stored views', () => {
  let folder: string;
  let server: Running;
  let views: Views;

  const stored = (count: number) =>
    views.store.save(
      collectionOf(unitsProjection),
      documentsAfter(unitsProjection, told(...facts.slice(0, count))).map((document) => ({
        ...document,
        position: { commit: BigInt(100 + count), prepare: BigInt(100 + count) },
      })),
    );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'registry-atlas-'));
    server = await start({ folder: join(folder, 'data') });
    views = await openViews({ url: server.url, database: 'registry' });
    await stored(2);
  });
  afterAll(async () => {
    await views.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  const opened = async (reached: () => bigint) => atlasOf(await views.model('units', unitsSchema), reached);

  it('keeps what it has read until a unit changes, and then reads anew', async () => {
    let reached = LAST - 2n;
    const atlas = await opened(() => reached);
    const early = await atlas();
    expect(early.map((each) => each.id).sort()).toEqual(['u-1', 'u-2']);
    // the newest change lies beyond what the views are known to include: another document may still be to come
    expect(await atlas()).not.toBe(early);

    reached = LAST;
    const kept = await atlas();
    expect(await atlas()).toBe(kept);

    await stored(3);
    const changed = await atlas();
    expect(changed).not.toBe(kept);
    expect(changed.find((each) => each.id === 'u-1')?.versions).toHaveLength(2);
    expect(await atlas()).toBe(changed);
  });
});
