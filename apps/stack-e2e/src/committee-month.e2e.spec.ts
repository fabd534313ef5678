import { clientOf, type Client, type ImportReport } from './client';
import { installedCommittee, recorded, unitOf } from './committee-at-work';
import { downloaded, paperOf, seated } from './paper-sheets';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const TODAY = new Date().toISOString().slice(0, 10);
/** The last day of the month before this one: all that is told of it has happened. */
const LAST_OF_MONTH = dayAfter(`${TODAY.slice(0, 7)}-01`, -1);
const FIRST_OF_MONTH = `${LAST_OF_MONTH.slice(0, 7)}-01`;

type Body = Readonly<Record<string, unknown>>;

describe('a month in the life of a committee', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let committeeId: string;
  let unitId: string;
  let meetingId: string;
  let heldOn: string;
  const people = new Map<string, string>();
  const recommendations: string[] = [];

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
    ({ committeeId, unitId } = await installedCommittee(client, 'ML090101'));
    for (const [code, firstNames, lastName] of [
      ['A-1', 'Awa', 'Keïta'],
      ['A-2', 'Bintou', 'Traoré'],
      ['A-3', 'Coumba', 'Diarra'],
      ['A-4', 'Djénéba', 'Koné'],
      ['A-5', 'Fanta', 'Sidibé'],
    ] as const)
      people.set(code, await seated(client, { committeeId, unitId }, { code, firstNames, lastName }));
  }, 3 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  const say = (path: string, body: object, role = 'secretary') => recorded(client, role, `/v1/${path}`, body);
  const refused = async (path: string, body: object, role = 'secretary') => {
    const answer = await client.post(role, `/v1/${path}`, body);
    return [answer.status, answer.body['code']];
  };
  const read = async (path: string, atLeast: string, role = 'secretary'): Promise<Body> => {
    const { status, body } = await client.get<Body>(role, `/v1/${path}`, { 'Benkan-At-Least': atLeast });
    expect([path, status]).toEqual([path, 200]);
    return body;
  };
  const print = (path: string, atLeast?: string, role = 'secretary') =>
    downloaded({ url: stack.url, client, role }, `/v1/${path}`, atLeast);
  const send = (bytes: Buffer, query = '') =>
    client.imported('secretary', 'meeting-attendance', bytes, { query });
  const refusals = ({ rows }: ImportReport) => rows.filter(({ outcome }) => outcome === 'refused').length;

  it('begins with the calendar of the year, and an agenda', async () => {
    const month = Number(FIRST_OF_MONTH.slice(5, 7));
    const plan = {
      ...{ committeeId, year: Number(FIRST_OF_MONTH.slice(0, 4)) },
      on: { kind: 'WEEKDAY', nth: 'THIRD', weekday: 'THURSDAY' },
    };
    const planned = await say('meetings/calendar', plan);
    type Planned = { readonly month: number; readonly plannedOn: string; readonly meetingId: string };
    const meetings = Reflect.get(planned, 'meetings') as readonly Planned[];
    expect(meetings).toHaveLength(12);
    const own = meetings.find((one) => one.month === month);
    ({ meetingId, plannedOn: heldOn } = own ?? { meetingId: '', plannedOn: '' });
    expect(heldOn.slice(0, 7)).toBe(FIRST_OF_MONTH.slice(0, 7));
    const items = [
      { kind: 'SECURITY_SITUATION', title: 'Point de la situation sécuritaire', minutesPlanned: 20 },
      { kind: 'DISCUSSION', title: 'Éclairage du marché', proposer: 'ORG_FEMMES', minutesPlanned: 30 },
    ];
    const { position } = await say(`meetings/${meetingId}/agenda`, { items });
    const { items: shown } = await read(`meetings/${meetingId}`, position);
    expect(shown).toMatchObject(items);
  });

  it('goes on with the sheet of paper: three bad rows, corrected and sent again', async () => {
    const sheet = paperOf(await print(`meetings/${meetingId}/attendance-sheet`, await client.position()));
    sheet.fill('Code', 'A-1', { Émargement: 'X' });
    sheet.fill('Code', 'A-2', { Émargement: 'Présente' });
    sheet.fill('Code', 'A-3', { Émargement: 'on ne sait' });
    sheet.fill('Code', 'A-4', { Émargement: 'peut-être' });
    sheet.fill('Code', 'A-5', { Émargement: 'en route' });
    const looked = await send(sheet.bytes(), '&dryRun=true');
    expect([looked.position, refusals(looked)]).toEqual([null, 3]);
    const first = await send(sheet.bytes());
    expect([first.rejection, refusals(first)]).toEqual([null, 3]);
    const bad = paperOf(await print(`imports/${first.id}/refused-rows`));
    expect(bad.lines()).toHaveLength(3);
    for (const [code, mark] of [
      ['A-3', 'P'],
      ['A-4', 'excusée'],
      ['A-5', 'X'],
    ] as const)
      bad.fill('Code', code, { Émargement: mark });
    const second = await send(bad.bytes());
    expect([second.rejection, refusals(second)]).toEqual([null, 0]);
    const { position } = await say(`meetings/${meetingId}/attendance/closing`, {});
    const meeting = await read(`meetings/${meetingId}`, position);
    expect(meeting).toMatchObject({ status: 'HELD', heldOn, presentCount: 4, readyForMinutes: true });
  });

  it('recommends three things: two are answered, one is not and goes up', async () => {
    const dueOn = dayAfter(heldOn, 5);
    for (const theme of ['ECLAIRAGE_PUBLIC', 'PATROUILLES', 'VOIRIE_OCCUPATION']) {
      const addressees = [{ type: 'EXECUTIF_LOCAL', name: 'Mairie' }];
      const issue = { meetingId, theme, text: `Suite à donner : ${theme}`, addressees, dueOn };
      const { id } = await say('recommendations', issue);
      recommendations.push(id);
      await say(`recommendations/${id}/sendings`, { on: heldOn, channel: 'LETTER' });
    }
    const [lit, patrolled, open] = recommendations as [string, string, string];
    for (const id of [lit, patrolled]) {
      const answer = { on: dayAfter(heldOn, 2), answer: 'ACCEPTED', text: 'Ce sera fait ce mois-ci.' };
      await say(`recommendations/${id}/answers`, answer);
    }
    await say(`recommendations/${lit}/implementation`, { on: dayAfter(heldOn, 3), evidence: 'PV-1' });
    const visit = { on: dayAfter(heldOn, 4), evidence: 'Visite de nuit' };
    await say(`recommendations/${lit}/verification`, visit, 'supervisor');
    const district = await unitOf(client, 'ML09');
    const above = { unitId: district, level: 'REGION', name: 'CCS-R', legalAct: 'Décret' };
    const { id: regional } = await say('committees', above, 'national');
    const escalation = { committeeId: regional, on: dayAfter(heldOn, 6) };
    expect(await refused(`recommendations/${patrolled}/escalation`, escalation)).toEqual([
      409,
      'already-answered',
    ]);
    const { position } = await say(`recommendations/${open}/escalation`, escalation);
    const escalated = await read(`recommendations/${open}`, position);
    expect(escalated).toMatchObject({ open: true, escalatedTo: regional });
  });

  it('is trained, tested before and after, and gets its certificates', async () => {
    const days = [dayAfter(heldOn, 1), dayAfter(heldOn, 2)];
    const plan = { unitId, days, themes: ['MANDATS_ROLES'] };
    const { id } = await say('trainings', plan, 'trainer');
    const [one, two, three] = ['A-1', 'A-2', 'A-3'].map((code) => people.get(code));
    const lines = [
      { participantId: one, present: days, absent: [] },
      { participantId: two, present: days, absent: [] },
      { participantId: three, present: days.slice(0, 1), absent: days.slice(1) },
    ];
    await say(`trainings/${id}/attendance/sheets`, { lines }, 'trainer');
    for (const [participantId, post] of [
      [one, 16],
      [two, 14],
    ])
      await say(`trainings/${id}/test-results`, { participantId, pre: 10, post, max: 20 }, 'trainer');
    await say(`trainings/${id}/closing`, {}, 'trainer');
    const { position } = await say(`trainings/${id}/certificates`, {}, 'trainer');
    const training = await read(`trainings/${id}`, position, 'trainer');
    expect(training).toMatchObject({ trainedCount: 3, completedCount: 2, certificateCount: 2 });
    const papers = await print(`trainings/${id}/certificates?format=pdf`, position, 'trainer');
    expect(papers.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('ends with figures that are right', async () => {
    const window = `from=${FIRST_OF_MONTH}&to=${LAST_OF_MONTH}&territory=${unitId}`;
    const figures = await client.indicators(window, await client.position());
    const of = (code: string) => {
      const found = figures.find((one) => one.code === code && one.territory.id === unitId);
      return [found?.numerator, found?.denominator];
    };
    expect(of('IND-01')).toEqual([1, 1]);
    expect(of('IND-02')).toEqual([1, 1]);
    expect(of('IND-03')).toEqual([3, null]);
    expect(of('IND-04')).toEqual([3, 3]);
    expect(of('IND-12')).toEqual([3, null]);
    expect(of('IND-14')).toEqual([1, 3]);
    expect(of('IND-20')).toEqual([0.5, 2]);
  });
});
