import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, type Running } from '@benkan/document-server';
import { collectionOf } from '@benkan/projections';
import { openViews, type Views } from '@benkan/view-store-mongo';
import { findTraining, listTrainings, trainingsProjection, trainingsSchema, type ListTrainings } from '.';
import { documentsAfter, keysOf, told } from '@benkan/testing';

const planned = (trainingId: string, unitId: string, ...days: readonly string[]) => ({
  type: 'training-planned',
  data: { trainingId, unitId, days, themes: ['RSS'], group: null, title: null },
});
const facts = [
  planned('t1', 'u1', '2024-12-02', '2024-12-03'),
  planned('t2', 'u1', '2024-12-02', '2024-12-09'),
  planned('t3', 'u2', '2025-01-10'),
];

describe('views of trainings, stored', () => {
  let folder: string;
  let server: Running;
  let views: Views;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'training-views-'));
    server = await start({ folder: join(folder, 'data') });
    views = await openViews({ url: server.url, database: 'training' });
    await views.store.save(
      collectionOf(trainingsProjection),
      documentsAfter(trainingsProjection, told(...facts)),
    );
  });
  afterAll(async () => {
    await views.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  const trainings = async () => (await views.model('trainings', trainingsSchema)).current();
  const listed = async (request: Partial<ListTrainings>) =>
    keysOf(await listTrainings(await trainings(), { limit: 50, ...request }));

  it('lists by first day, newest first', async () => expect(await listed({})).toEqual(['t3', 't1', 't2']));

  it('gives every training once, page after page', async () => {
    const first = await listTrainings(await trainings(), { limit: 2 });
    if (first.kind === 'bad-cursor') throw new Error('no cursor was given');
    expect(first.rows.map(({ _id }) => _id)).toEqual(['t3', 't1']);
    expect(await listed({ limit: 2, after: first.next })).toEqual(['t2']);
  });

  it('keeps to trainings with a day in between, to the unit and the subtree', async () => {
    expect(await listed({ from: '2024-12-04', to: '2024-12-10' })).toEqual(['t2']);
    expect(await listed({ from: '2024-12-04', to: '2024-12-08' })).toEqual([]);
    expect(await listed({ from: '2024-12-09' })).toEqual(['t3', 't2']);
    expect(await listed({ unitId: 'u1' })).toEqual(['t1', 't2']);
    expect(await listed({ unitId: 'u1', unitIds: ['u2'] })).toEqual([]);
    expect(await listed({ unitIds: ['u2'] })).toEqual(['t3']);
  });

  it('lists without attendance and results, finds with them', async () => {
    const answer = await listTrainings(await trainings(), { limit: 1 });
    expect(answer.kind === 'page' && 'attendance' in (answer.rows[0] ?? {})).toBe(false);
    expect(await findTraining(await trainings(), 't3')).toMatchObject({
      id: 't3',
      attendance: [],
      results: [],
    });
    expect(await findTraining(await trainings(), 't9')).toBeUndefined();
  });

  it('refuses a cursor it did not make', async () => expect(await listed({ after: 'x' })).toBe('bad-cursor'));
});
