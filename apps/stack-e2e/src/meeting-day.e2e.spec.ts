import { randomUUID } from 'node:crypto';
import { clientOf, type Client } from './client';
import { installedCommittee, participant, recorded } from './committee-at-work';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;
const PEOPLE = 300;
const AT_ONCE = 24;

type Meeting = Readonly<Record<string, unknown>>;
type Sheet = { readonly lines: readonly { readonly participantId: string }[]; readonly closed: boolean };
type Problem = {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
};

/** Says the same of many, some at a time. */
const eachOf = async <Item, Result>(
  items: readonly Item[],
  say: (item: Item, index: number) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  let next = 0;
  const work = async () => {
    for (let index = next++; index < items.length; index = next++)
      results[index] = await say(items[index] as Item, index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
};

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
describe('the day of a meeting', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let committeeId: string;
  let unitId: string;
  let people: readonly string[];
  let lastHeld: string;
  let recommendationId: string;

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
    ({ committeeId, unitId } = await installedCommittee(client, 'ML090101'));
    const codes = Array.from({ length: PEOPLE }, (_, index) => `P-${index}`);
    people = await eachOf(
      codes,
      async (code) => (await recorded(client, 'secretary', '/v1/participants', participant(unitId, code))).id,
    );
  }, 4 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  const say = (path: string, body: object, role = 'secretary') =>
    recorded(client, role, `/v1/meetings/${path}`, body);
  const meetingOf = async (id: string, atLeast: string, role = 'secretary') => {
    const answer = await client.get<Meeting>(role, `/v1/meetings/${id}`, { 'Benkan-At-Least': atLeast });
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const convened = async (more: object) =>
    recorded(client, 'secretary', '/v1/meetings', { committeeId, meetingKind: 'STATUTORY', ...more });
  const heldOn = async (heldDay: string) => {
    const { id } = await convened({ plannedOn: heldDay });
    await say(`${id}/holding`, { heldOn: heldDay, presidingCapacity: 'MAIRE' });
    return id;
  };
  const present = (participantId: string) => ({ participantId, quality: 'MEMBER', status: 'PRESENT' });

  it('takes a whole sheet in one append, by id and by code, or tells every problem at once', async () => {
    lastHeld = await heldOn('2025-01-16');
    const path = `/v1/meetings/${lastHeld}/attendance/sheet`;
    const lines = [
      ...people.slice(0, 5).map(present),
      { code: 'P-5', quality: 'ALTERNATE', status: 'PRESENT' },
      { ...present(String(people[6])), status: 'REPRESENTED', representedBy: people[0] },
    ];
    const wrong = [
      ...lines,
      present(String(people[0])),
      { code: 'nobody', quality: 'GUEST', status: 'PRESENT' },
    ];
    const { status, body } = await client.post<Problem>('secretary', path, { lines: wrong });
    expect([status, body.code]).toEqual([409, 'sheet-has-problems']);
    expect(body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      ...['/lines/7 same-person-twice', '/lines/8 participant-unknown'],
    ]);
    expect(body.errors.every(({ detail }) => detail.length > 10)).toBe(true);
    await say(`${lastHeld}/attendance/sheet`, { lines });
    const { changed } = await say(`${lastHeld}/attendance/sheet`, { lines });
    expect(changed).toBe(false);
  });

  it('closes the sheet: only a correction with its reason changes it, the quorum blocks nothing', async () => {
    const { position } = await say(`${lastHeld}/attendance/closing`, {});
    const late = await client.post(
      'secretary',
      `/v1/meetings/${lastHeld}/attendance`,
      present(String(people[9])),
    );
    expect([late.status, late.body['code']]).toEqual([409, 'attendance-sheet-closed']);
    expect(await meetingOf(lastHeld, position)).toMatchObject({
      ...{ status: 'HELD', sheetClosed: true, quorum: 'NOT_DEFINED', attended: 6, readyForMinutes: true },
      presentCount: 6,
    });
    await say(`${lastHeld}/attendance/corrections`, {
      ...{ ...present(String(people[1])), status: 'EXCUSED', reason: 'Lettre d’excuse reçue' },
    });
    const voice = { category: 'ORG_FEMMES', sex: 'F', ageBand: '25-29' };
    const spoken = { groups: [{ ...voice, speakers: 2, speakingTurns: 3, itemsProposed: 1 }] };
    const told = await say(`${lastHeld}/voice`, spoken);
    expect(await meetingOf(lastHeld, told.position)).toMatchObject({ voice: spoken.groups, presentCount: 5 });
  });

  it('carries over the minutes and what is still open into the next statutory meeting to come', async () => {
    const issued = await recorded(client, 'secretary', '/v1/recommendations', {
      ...{ meetingId: lastHeld, theme: 'ECLAIRAGE_PUBLIC', text: 'Éclairer le marché' },
      addressees: [{ type: 'EXECUTIF_LOCAL', name: 'Mairie' }],
    });
    recommendationId = issued.id;
    await client.get('secretary', '/v1/recommendations', { 'Benkan-At-Least': issued.position });
    const { id, position } = await convened({
      plannedOn: day(20),
      agenda: ['Divers'],
      place: 'Mairie, salle 2',
    });
    const meeting = await meetingOf(id, position);
    expect(meeting['items']).toMatchObject([
      {
        kind: 'APPROVAL_OF_MINUTES',
        title: 'Approbation du procès-verbal précédent',
        previousMeetingId: lastHeld,
      },
      { kind: 'FOLLOW_UP', title: 'Suivi des recommandations', recommendationIds: [recommendationId] },
      { kind: 'DISCUSSION', title: 'Divers' },
    ]);
    expect(meeting['place']).toBe('Mairie, salle 2');
    expect((await meetingOf(id, position, 'national'))['place']).toBeNull();
    const put = { plannedOn: day(27), reason: 'Coupure d’électricité' };
    const told = await say(`${id}/postponements`, put);
    expect(await meetingOf(id, told.position)).toMatchObject({ status: 'POSTPONED', plannedOn: day(27) });
    const over = await say(`${id}/cancellation`, { cause: 'INSECURITY' });
    expect(await meetingOf(id, over.position)).toMatchObject({ status: 'CANCELLED' });
    const holding = { heldOn: day(0), presidingCapacity: 'MAIRE' };
    const late = await client.post('secretary', `/v1/meetings/${id}/holding`, holding);
    expect(late.body['code']).toBe('meeting-cancelled');
  });

  it('plans a year alike from two devices, and shows what was held and missed', async () => {
    const plan = { committeeId, year: 2025, on: { kind: 'WEEKDAY', nth: 'THIRD', weekday: 'THURSDAY' } };
    const [one, other] = await Promise.all([say('calendar', plan), say('calendar', plan, 'focal-point')]);
    const ids = (answer: object) =>
      (Reflect.get(answer, 'meetings') as readonly { meetingId: string }[]).map(({ meetingId }) => meetingId);
    expect(ids(one)).toEqual(ids(other));
    expect(new Set(ids(one)).size).toBe(12);
    const { body } = await client.get<{ months: readonly { state: string; meetings: readonly object[] }[] }>(
      'secretary',
      `/v1/meetings/calendar?committeeId=${committeeId}&year=2025`,
      { 'Benkan-At-Least': other.position > one.position ? other.position : one.position },
    );
    expect(body.months.map(({ state }) => state).slice(0, 2)).toEqual(['HELD', 'MISSED']);
    expect(body.months[0]?.meetings).toHaveLength(2);
  });

  it('puts what was left over first on the agenda of a meeting the calendar planned', async () => {
    const year = new Date().getUTCFullYear() + 1;
    const plan = { committeeId, year, on: { kind: 'DAY_OF_MONTH', day: 15 } };
    const planned = await say('calendar', plan);
    const [id = ''] = (Reflect.get(planned, 'meetings') as readonly { meetingId: string }[]).map(
      ({ meetingId }) => meetingId,
    );
    await client.get('secretary', '/v1/recommendations', { 'Benkan-At-Least': planned.position });
    const kindsAfter = async (items: readonly object[]) => {
      const { position } = await say(`${id}/agenda`, { items });
      const { items: shown } = await meetingOf(id, position);
      return (shown as readonly { kind: string }[]).map(({ kind }) => kind);
    };
    const discussion = { kind: 'DISCUSSION', title: 'Divers' };
    const own = { kind: 'FOLLOW_UP', title: 'Point sur les recommandations' };
    expect(await kindsAfter([discussion])).toEqual(['APPROVAL_OF_MINUTES', 'FOLLOW_UP', 'DISCUSSION']);
    expect(await kindsAfter([discussion, own])).toEqual(['APPROVAL_OF_MINUTES', 'DISCUSSION', 'FOLLOW_UP']);
  });

  it(
    'takes a sheet of three hundred as one append, once',
    async () => {
      const meetingId = await heldOn(day(-200));
      const lines = people.map(present);
      const first = await say(`${meetingId}/attendance/sheet`, { lines });
      const again = await say(`${meetingId}/attendance/sheet`, { lines });
      expect([again.revision, again.changed]).toEqual([first.revision, false]);
      const { body } = await client.get<Sheet>('secretary', `/v1/meetings/${meetingId}/attendance`, {
        'Benkan-At-Least': first.position,
      });
      expect(body.lines.map(({ participantId }) => participantId).sort()).toEqual([...people].sort());
    },
    2 * MINUTES,
  );

  it(
    'loses none of five hundred check-ins at once',
    async () => {
      const meetingId = await heldOn('2025-03-20');
      const more = await eachOf(
        Array.from({ length: 200 }, (_, index) => `Q-${index}`),
        async (code) =>
          (await recorded(client, 'secretary', '/v1/participants', participant(unitId, code))).id,
      );
      const all = [...people, ...more];
      const path = `/v1/meetings/${meetingId}/attendance`;
      const keys = new Map(all.map((participantId) => [participantId, randomUUID()]));
      const checkIn = async (participantId: string) => {
        const key = keys.get(participantId) ?? '';
        const { status, body } = await client.post('secretary', path, present(participantId), { key });
        // told to come again: the same key is the same check-in
        if (status !== 200 && status !== 503) throw new Error(JSON.stringify(body));
        return { participantId, position: status === 200 ? String(body['position']) : undefined };
      };
      const positions: string[] = [];
      let left: readonly string[] = all;
      while (left.length > 0) {
        const told = await Promise.all(left.map(checkIn));
        positions.push(...told.flatMap(({ position }) => position ?? []));
        left = told.flatMap(({ participantId, position }) => (position === undefined ? [participantId] : []));
      }
      const last = positions.reduce((one, other) => (BigInt(one) > BigInt(other) ? one : other));
      const { body } = await client.get<Sheet>('secretary', path, { 'Benkan-At-Least': last });
      const written = body.lines.map(({ participantId }) => participantId);
      expect([written.length, new Set(written).size]).toEqual([500, 500]);
      expect([...written].sort()).toEqual([...all].sort());
    },
    4 * MINUTES,
  );
});
