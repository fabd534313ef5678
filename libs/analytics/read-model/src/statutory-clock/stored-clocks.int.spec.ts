import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, type Running } from '@benkan/document-server';
import { collectionOf } from '@benkan/projections';
import { documentsAfter, told } from '@benkan/testing';
import { openViews, type Views } from '@benkan/view-store-mongo';
import { clockProjection, clockSchema, listClocks, loadClock } from '..';

const of = (committeeId: string, type: string, data: object) => ({ type, data: { committeeId, ...data } });
const events = told(
  ...['c1', 'c2', 'c3'].flatMap((committeeId, index) => [
    of(committeeId, 'committee-established', {
      ...{ unitId: `u${3 - index}`, level: 'COMMUNE', frequency: 'MONTHLY' },
    }),
    of(committeeId, 'committee-installed', { installedOn: '2023-12-07' }),
    of(committeeId, 'meeting-convened', { meetingId: `m of ${committeeId}`, meetingKind: 'STATUTORY' }),
    of(committeeId, 'minutes-drafted', { meetingId: `m of ${committeeId}` }),
    of(committeeId, 'recommendation-issued', { recommendationId: `r of ${committeeId}`, dueOn: null }),
  ]),
);

describe('clocks, stored', () => {
  let folder: string;
  let server: Running;
  let views: Views;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clocks-'));
    server = await start({ folder: join(folder, 'data') });
    views = await openViews({ url: server.url, database: 'analytics' });
    await views.store.save(collectionOf(clockProjection), documentsAfter(clockProjection, events));
  });
  afterAll(async () => {
    await views.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  const clocks = async () => (await views.model('statutory-clock', clockSchema)).current();

  it('gives one committee with its own meetings, minutes and recommendations', async () => {
    const found = await loadClock(await clocks(), 'c2');
    expect(found?.committee).toMatchObject({ unitId: 'u2', installed: { on: '2023-12-07' }, seats: [] });
    expect(found?.meetings.map(({ meetingId }) => meetingId)).toEqual(['m of c2']);
    expect(found?.minutes.map(({ meetingId }) => meetingId)).toEqual(['m of c2']);
    expect(found?.recommendations.map(({ recommendationId }) => recommendationId)).toEqual(['r of c2']);
    expect(await loadClock(await clocks(), 'c9')).toBeUndefined();
  });

  it('gives every committee once, by unit, page after page', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listClocks(await clocks(), { limit: 2, after });
      if (page.kind !== 'page') throw new Error('our own cursor was refused');
      seen.push(...page.rows.map(({ committee, meetings }) => `${committee.committeeId} ${meetings.length}`));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(['c3 1', 'c2 1', 'c1 1']);
  });

  it('stays in the units it may speak of, and refuses a foreign cursor', async () => {
    const inside = async (...unitIds: string[]) => {
      const page = await listClocks(await clocks(), { limit: 50, unitIds });
      return page.kind === 'page' ? page.rows.map(({ committee }) => committee.committeeId) : page.kind;
    };
    expect([await inside('u1', 'u9'), await inside()]).toEqual([['c3'], []]);
    expect(await listClocks(await clocks(), { limit: 50, after: 'no cursor' })).toEqual({
      kind: 'bad-cursor',
    });
  });
});
