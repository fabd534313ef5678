import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, type Running } from '@benkan/document-server';
import { collectionOf, type Projection } from '@benkan/projections';
import { openViews, type Views } from '@benkan/view-store-mongo';
import * as readModel from '.';
import { documentsAfter, everyKey, keysOf, told } from '@benkan/testing';

type Said = { readonly type: string; readonly data: object };

const text = { textRef: '11111111-1111-5111-8111-111111111111', digest: 'a'.repeat(64) };
const unit = (
  unitId: string,
  unitType: string,
  parentId: string | null,
  ...codes: readonly string[]
): Said => ({
  type: 'unit-registered',
  data: {
    ...{ unitId, unitType, parentId, name: text, validFrom: null },
    codes: codes.map((code) => ({ system: 'HDX_COD', edition: '2015', code })),
  },
});
const units = [
  unit('u-ml', 'COUNTRY', null, 'ML'),
  unit('u-bko', 'DISTRICT', 'u-ml', 'ML09', 'ML-BKO'),
  unit('u-2', 'COMMUNE', 'u-bko', 'ML090102'),
  unit('u-1', 'COMMUNE', 'u-bko', 'ML090101'),
  unit('u-q', 'NEIGHBOURHOOD', 'u-1'),
];
const committees: readonly Said[] = ['u-1', 'u-2', 'u-bko'].flatMap((unitId) => {
  const [committeeId, level] = [`c ${unitId}`, unitId === 'u-bko' ? 'REGION' : 'COMMUNE'];
  const given = { committeeId, unitId, level, name: text, legalAct: text, frequency: 'UNKNOWN' };
  return [{ type: 'committee-established', data: given }];
});
const participants: readonly Said[] = ['p1', 'p2', 'p3'].map((participantId, index) => ({
  type: 'participant-registered',
  data: {
    ...{ participantId, unitId: index === 0 ? 'u-2' : 'u-1', sex: 'F', ageBand: 'NR' },
    ...{ structureKind: 'ONG', corps: null },
  },
}));

describe('views of the registry, stored', () => {
  let folder: string;
  let server: Running;
  let views: Views;

  const stored = <View extends object>(projection: Projection<View>, facts: readonly Said[]) =>
    views.store.save(collectionOf(projection), documentsAfter(projection, told(...facts)));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'registry-views-'));
    server = await start({ folder: join(folder, 'data') });
    views = await openViews({ url: server.url, database: 'registry' });
    await stored(readModel.unitsProjection, units);
    await stored(readModel.committeesProjection, committees);
    await stored(readModel.participantsProjection, participants);
  });
  afterAll(async () => {
    await views.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  const MAP = '2025-01-01';
  const unitsModel = () => views.model('units', readModel.unitsSchema);
  const atlas = async (reached = 1_000n) => readModel.atlasOf(await unitsModel(), () => reached)();
  const listed = async (request: Partial<readModel.ListUnits>) =>
    keysOf(readModel.listUnits(await atlas(), { limit: 50, map: MAP, ...request }));
  const chaired = async (request: Partial<readModel.ListCommittees>) => {
    const model = (await views.model('committees', readModel.committeesSchema)).current();
    return keysOf(await readModel.listCommittees(model, { limit: 50, ...request }));
  };
  const known = async (request: Partial<readModel.ListParticipants>) => {
    const model = (await views.model('participants', readModel.participantsSchema)).current();
    return keysOf(await readModel.listParticipants(model, { limit: 50, ...request }));
  };

  it('lists units by place code, those without one first', async () =>
    expect(await listed({})).toEqual(['u-q', 'u-ml', 'u-bko', 'u-1', 'u-2']));

  it('gives every unit once, page after page', async () => {
    const all = await atlas();
    const page = (after: string | undefined) => readModel.listUnits(all, { limit: 2, map: MAP, after });
    expect(await everyKey((after) => Promise.resolve(page(after)))).toEqual([
      'u-q',
      'u-ml',
      'u-bko',
      'u-1',
      'u-2',
    ]);
  });

  it('keeps to the type, the parent, the code and the subtree asked for', async () => {
    expect(await listed({ unitType: 'COMMUNE' })).toEqual(['u-1', 'u-2']);
    expect(await listed({ parentId: 'u-ml' })).toEqual(['u-bko']);
    expect(await listed({ code: 'ML-BKO' })).toEqual(['u-bko']);
    expect(await listed({ unitType: 'COMMUNE', unitIds: ['u-q', 'u-1'] })).toEqual(['u-1']);
    expect(await listed({ unitIds: [] })).toEqual([]);
  });

  it('finds a unit, and the tree a subtree is read from', async () => {
    expect(await readModel.findUnit((await unitsModel()).current(), 'u-bko')).toMatchObject({
      id: 'u-bko',
      order: 'ML09',
    });
    expect(await readModel.findUnit((await unitsModel()).current(), 'u-9')).toBeUndefined();
    const tree = readModel.treeOn(await atlas(), MAP);
    expect(tree).toHaveLength(units.length);
    expect(readModel.subtreeOf(tree, 'u-1').sort()).toEqual(['u-1', 'u-q']);
  });

  it('lists committees by unit, level and subtree', async () => {
    expect(await chaired({})).toEqual(['c u-1', 'c u-2', 'c u-bko']);
    expect(await chaired({ level: 'COMMUNE', unitIds: ['u-2', 'u-bko'] })).toEqual(['c u-2']);
    expect(await chaired({ unitId: 'u-1' })).toEqual(['c u-1']);
  });

  it('lists participants by unit and subtree, and finds several', async () => {
    expect(await known({})).toEqual(['p2', 'p3', 'p1']);
    expect(await known({ unitId: 'u-1' })).toEqual(['p2', 'p3']);
    expect(await known({ unitId: 'u-1', unitIds: ['u-2'] })).toEqual([]);
    const model = (await views.model('participants', readModel.participantsSchema)).current();
    const found = await readModel.findParticipants(model, ['p3', 'p1', 'p9']);
    expect(found.map(({ id }) => id)).toEqual(['p1', 'p3']);
  });

  it('refuses a cursor it did not make', async () => {
    for (const after of ['no cursor', Buffer.from('[1,2]').toString('base64url')])
      expect([await listed({ after }), await chaired({ after }), await known({ after })]).toEqual(
        Array(3).fill('bad-cursor'),
      );
  });
});
