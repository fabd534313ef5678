import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, type Running } from '@benkan/document-server';
import { collectionOf } from '@benkan/projections';
import { documentsAfter, keysOf, told } from '@benkan/testing';
import { openViews, type Views } from '@benkan/view-store-mongo';
import { listRecommendations, recommendationsSchema, type ListRecommendations } from './list-recommendations';
import { awaitedRecommendations, openRecommendationsOf } from './open-recommendations';
import { recommendationsProjection } from './recommendation-view';

const text = { textRef: '11111111-1111-5111-8111-111111111111', digest: 'a'.repeat(64) };
const reason = { on: '2025-01-10', reason: text };
const step = (type: string, recommendationId: string, data: object) => ({
  type,
  data: { recommendationId, ...data },
});
const issued = (recommendationId: string, issuedOn: string, more: object = {}) =>
  step('recommendation-issued', recommendationId, {
    ...{ meetingId: 'm1', committeeId: 'c1', unitId: 'u1', theme: 'PATROUILLES', text, number: null },
    ...{ addressees: [{ type: 'EXECUTIF_LOCAL', name: text }], otherAddresseeReason: null, issuedOn },
    ...{ dueOn: '2025-01-15', ...more },
  });
const toSecurity = {
  addressees: [
    { type: 'EXECUTIF_LOCAL', name: text },
    { type: 'ACTEUR_SECURITE', name: text },
  ],
};
const implementation = (type: string, id: string, on: string) => step(type, id, { on, evidence: text });

const facts = [
  issued('r1', '2024-11-21'),
  issued('r2', '2024-11-22', { theme: 'AUTRE', ...toSecurity }),
  issued('r3', '2024-11-23', { dueOn: null }),
  issued('r4', '2024-11-24', { committeeId: 'c2', dueOn: '2025-03-01' }),
  issued('r5', '2024-11-25'),
  issued('r6', '2024-11-26'),
  implementation('implementation-claimed', 'r5', '2025-01-20'),
  implementation('implementation-claimed', 'r6', '2025-01-10'),
  implementation('implementation-verified', 'r6', '2025-01-12'),
  step('recommendation-rejected', 'r2', reason),
];

describe('recommendations, stored', () => {
  let folder: string;
  let server: Running;
  let views: Views;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recommendations-views-'));
    server = await start({ folder: join(folder, 'data') });
    views = await openViews({ url: server.url, database: 'recommendations' });
    await views.store.save(
      collectionOf(recommendationsProjection),
      documentsAfter(recommendationsProjection, told(...facts)),
    );
  });
  afterAll(async () => {
    await views.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  const model = async () => (await views.model('recommendations', recommendationsSchema)).current();
  const listed = async (request: Partial<ListRecommendations>) =>
    keysOf(await listRecommendations(await model(), { limit: 50, ...request }));

  it('are listed by theme, status and addressee type, alone and together', async () => {
    expect(await listed({ theme: 'AUTRE' })).toEqual(['r2']);
    expect(await listed({ status: 'REJECTED' })).toEqual(['r2']);
    expect(await listed({ addresseeType: 'ACTEUR_SECURITE' })).toEqual(['r2']);
    expect(await listed({ addresseeType: 'AUTRE' })).toEqual([]);
    expect(await listed({ addresseeType: 'EXECUTIF_LOCAL', committeeId: 'c2' })).toEqual(['r4']);
  });

  it('are overdue on a day when their date is before it and nothing was claimed or closed by then', async () => {
    expect(await listed({ overdueOn: '2025-01-15' })).toEqual([]);
    expect(await listed({ overdueOn: '2025-01-16' })).toEqual(['r5', 'r1']);
    expect(await listed({ overdueOn: '2025-01-20' })).toEqual(['r1']);
    expect(await listed({ overdueOn: '2025-03-02', unitIds: ['u1'] })).toEqual(['r4', 'r1']);
    expect(await listed({ overdueOn: '2025-03-02', unitIds: [] })).toEqual([]);
  });

  it('go on the agenda of the next meeting while they are open, oldest first', async () => {
    const open = async (committeeId: string) =>
      (await openRecommendationsOf(await model(), committeeId)).map(({ id }) => id);
    expect(await open('c1')).toEqual(['r1', 'r3', 'r5']);
    expect(await open('c2')).toEqual(['r4']);
    expect(await open('c3')).toEqual([]);
  });

  it('are awaited by a day, batch after batch', async () => {
    const awaited = async (by: string, most = 10, after?: string) =>
      (await awaitedRecommendations(await model(), { by, most, after })).map(({ id }) => id);
    expect(await awaited('2025-01-14')).toEqual([]);
    expect(await awaited('2025-01-15')).toEqual(['r1']);
    expect(await awaited('2025-03-01', 1)).toEqual(['r1']);
    expect(await awaited('2025-03-01', 1, 'r1')).toEqual(['r4']);
  });
});
