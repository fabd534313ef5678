import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, type Running } from '@benkan/document-server';
import { collectionOf } from '@benkan/projections';
import { openViews, type Views } from '@benkan/view-store-mongo';
import { factsProjection, factsSchema, loadFacts, streamFacts } from '.';
import { documentsAfter, told } from '@benkan/testing';

// more than two batches of a cursor
const PEOPLE = 2_500;
const paper = (pre: number) => ({ trainingId: 't1', participantId: 'p1', pre, post: 13, max: 20 });
const reason = { textRef: '11111111-1111-5111-8111-111111111111', digest: 'a'.repeat(64) };

const events = told(
  { type: 'test-results-recorded', data: paper(7) },
  { type: 'test-results-corrected', data: { ...paper(8), reason } },
  ...Array.from({ length: PEOPLE }, (_, index) => ({
    type: 'participant-registered',
    data: {
      participantId: `p${index}`,
      unitId: 'u',
      sex: 'F',
      ageBand: 'NR',
      structureKind: 'ONG',
      corps: null,
    },
  })),
);

describe('facts, stored', () => {
  let folder: string;
  let server: Running;
  let views: Views;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'facts-'));
    server = await start({ folder: join(folder, 'data') });
    views = await openViews({ url: server.url, database: 'analytics' });
    await views.store.save(collectionOf(factsProjection), documentsAfter(factsProjection, events));
  });
  afterAll(async () => {
    await views.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  const facts = async () => (await views.model('facts', factsSchema)).current();

  it('gives what stands now, each fact once', async () => {
    const found = await loadFacts(await facts());
    expect(found).toHaveLength(PEOPLE + 1);
    expect(found).toContainEqual({ kind: 'test-results', ...paper(8) });
  });

  it('gives what stood at a position or on a day', async () => {
    const at = async (upTo: string) => loadFacts(await facts(), { upTo, kinds: ['test-results'] });
    expect(await at('99')).toEqual([]);
    expect(await at('100')).toEqual([{ kind: 'test-results', ...paper(7) }]);
    expect(await at('2025-01-01')).toEqual([{ kind: 'test-results', ...paper(7) }]);
    expect(await at('2025-01-02')).toEqual([{ kind: 'test-results', ...paper(8) }]);
  });

  it('gives the kinds asked for, as they come', async () => {
    let people = 0;
    for await (const fact of streamFacts(await facts(), { kinds: ['participant', 'unit'] }))
      people += fact.kind === 'participant' ? 1 : Number.NaN;
    expect(people).toBe(PEOPLE);
  });
});
