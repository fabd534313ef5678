import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, type Running } from '@benkan/document-server';
import { collectionOf, type Projection } from '@benkan/projections';
import { openViews, type Views } from '@benkan/view-store-mongo';
import {
  findMeeting,
  findRecommendation,
  listMeetings,
  listRecommendations,
  meetingsProjection,
  meetingsSchema,
  recommendationsProjection,
  recommendationsSchema,
  type ListMeetings,
  type MeetingView,
  type ListRecommendations,
} from '.';
import { documentsAfter, everyKey, keysOf, told } from '@benkan/testing';

type Said = { readonly type: string; readonly data: object };

const text = { textRef: '11111111-1111-5111-8111-111111111111', digest: 'a'.repeat(64) };
const days = ['2024-11-21', '2024-12-19', '2024-12-19', '2025-01-16', '2025-01-17'];
const committeeOf = (index: number) => (index % 2 === 0 ? 'c-even' : 'c-odd');
const unitOf = (index: number) => (index < 3 ? 'u-first' : 'u-last');

const meetings: readonly Said[] = days.flatMap((day, index) => {
  const ids = { meetingId: `m${index}`, committeeId: committeeOf(index), unitId: unitOf(index) };
  const convened = { ...ids, level: 'COMMUNE', meetingKind: 'STATUTORY', plannedOn: day, agenda: [text] };
  const held = { meetingId: ids.meetingId, heldOn: day, presidingCapacity: 'MAIRE', place: null };
  const line = { meetingId: ids.meetingId, participantId: 'p1', quality: 'MEMBER', status: 'PRESENT' };
  return [
    { type: 'meeting-convened', data: convened },
    { type: 'meeting-held', data: held },
    { type: 'attendance-recorded', data: line },
  ];
});
const recommendations: readonly Said[] = days.flatMap((issuedOn, index) => {
  const ids = { recommendationId: `r${index}`, meetingId: `m${index}`, committeeId: committeeOf(index) };
  const issued = {
    ...ids,
    unitId: unitOf(index),
    theme: 'AUTRE',
    text,
    addressees: [],
    issuedOn,
    dueOn: null,
  };
  const progress = { recommendationId: ids.recommendationId, on: issuedOn, note: null };
  return [
    { type: 'recommendation-issued', data: issued },
    ...(index < 2 ? [{ type: 'recommendation-progress-reported', data: progress }] : []),
  ];
});

describe('views of meetings, stored', () => {
  let folder: string;
  let server: Running;
  let views: Views;

  const stored = <View extends object>(projection: Projection<View>, facts: readonly Said[]) =>
    views.store.save(collectionOf(projection), documentsAfter(projection, told(...facts)));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'meetings-views-'));
    server = await start({ folder: join(folder, 'data') });
    views = await openViews({ url: server.url, database: 'meetings' });
    await stored(meetingsProjection, meetings);
    await stored(recommendationsProjection, recommendations);
  });
  afterAll(async () => {
    await views.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  const meetingsModel = async () => (await views.model('meetings', meetingsSchema)).current();
  const recommendationsModel = async () =>
    (await views.model('recommendations', recommendationsSchema)).current();
  const listed = async (request: Partial<ListMeetings>) =>
    keysOf(await listMeetings(await meetingsModel(), { limit: 50, ...request }));
  const recommended = async (request: Partial<ListRecommendations>) =>
    keysOf(await listRecommendations(await recommendationsModel(), { limit: 50, ...request }));

  it('lists meetings newest first, equal days by key', async () =>
    expect(await listed({})).toEqual(['m4', 'm3', 'm1', 'm2', 'm0']));

  it('gives every meeting once, page after page', async () => {
    const model = await meetingsModel();
    expect(await everyKey((after) => listMeetings(model, { limit: 2, after }))).toEqual([
      'm4',
      'm3',
      'm1',
      'm2',
      'm0',
    ]);
  });

  it('keeps to the days, the committee, the unit and the subtree asked for', async () => {
    expect(await listed({ from: '2024-12-19', to: '2025-01-16' })).toEqual(['m3', 'm1', 'm2']);
    expect(await listed({ to: '2024-11-30' })).toEqual(['m0']);
    expect(await listed({ committeeId: 'c-odd' })).toEqual(['m3', 'm1']);
    expect(await listed({ unitId: 'u-last' })).toEqual(['m4', 'm3']);
    expect(await listed({ unitIds: ['u-first'] })).toEqual(['m1', 'm2', 'm0']);
    expect(await listed({ unitId: 'u-last', unitIds: ['u-first'] })).toEqual([]);
    expect(await listed({ unitIds: [] })).toEqual([]);
  });

  it.each([
    'not a cursor',
    Buffer.from('[1,2]').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
  ])('refuses the cursor %p', async (after) => {
    expect(await listed({ after })).toBe('bad-cursor');
    expect(await recommended({ after })).toBe('bad-cursor');
  });

  it('lists without agenda and sheet, finds with them', async () => {
    const [row] = (await (await meetingsModel()).find({ _id: 'm0' }).lean()) ?? [];
    const found = await findMeeting(await meetingsModel(), 'm0');
    const answer = await listMeetings(await meetingsModel(), { limit: 1, to: '2024-11-30' });
    const { agenda: _a, items: _i, place: _p, plannedPlace: _l, postponements: _o, ...more } = row ?? {};
    const {
      cancellation: _x,
      sheet: _s,
      composition: _c,
      voice: _v,
      ...summary
    } = more as Partial<MeetingView>;
    expect(answer).toEqual({ kind: 'page', rows: [summary] });
    expect(found).toMatchObject({ id: 'm0', presentCount: 1, agenda: [text], sheet: { mode: 'NOMINATIVE' } });
    expect(await findMeeting(await meetingsModel(), 'm9')).toBeUndefined();
  });

  it('lists recommendations newest first, by committee, meeting, unit, status and subtree', async () => {
    expect(await recommended({})).toEqual(['r4', 'r3', 'r1', 'r2', 'r0']);
    expect(await recommended({ committeeId: 'c-even' })).toEqual(['r4', 'r2', 'r0']);
    expect(await recommended({ meetingId: 'm2' })).toEqual(['r2']);
    expect(await recommended({ unitId: 'u-first' })).toEqual(['r1', 'r2', 'r0']);
    expect(await recommended({ status: 'IN_PROGRESS' })).toEqual(['r1', 'r0']);
    expect(await recommended({ status: 'ISSUED', unitIds: ['u-first'] })).toEqual(['r2']);
    expect(await findRecommendation(await recommendationsModel(), 'r0')).toMatchObject({
      status: 'IN_PROGRESS',
    });
    expect(await findRecommendation(await recommendationsModel(), 'r9')).toBeUndefined();
  });
});
