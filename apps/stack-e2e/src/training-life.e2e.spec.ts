import { clientOf, type Client } from './client';
import { installedCommittee, participant, recorded, unitOf } from './committee-at-work';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;
const DAYS = ['2024-12-02', '2024-12-03'] as const;
const PDF = { Accept: 'application/pdf' };
const isPdf = [200, 'application/pdf', '%PDF-'];

type Certificate = { readonly code: string; readonly participantId: string; readonly status: string };
type Training = {
  readonly status: string;
  readonly days: readonly string[];
  readonly trainedCount: number;
  readonly completedCount: number;
  readonly certificateCount: number;
  readonly certificates: readonly Certificate[];
  readonly tests: Readonly<Record<'pairs' | 'unpaired' | 'gain', number>>;
  readonly termsOfReference: Readonly<Record<string, string | null>> | null;
};
type Opening = Readonly<Record<'resourceId' | 'role' | 'purpose' | 'count', unknown>>;
type Problem = {
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
};

describe('the life of a training', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let unitId: string;
  let trainingId: string;
  let people: readonly string[];

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
    unitId = await unitOf(client, 'ML090102');
    const register = (code: string) =>
      recorded(client, 'secretary', '/v1/participants', participant(unitId, code));
    people = (await Promise.all(['F-1', 'F-2', 'F-3'].map(register))).map(({ id }) => id);
  }, 3 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  const say = (path: string, body: unknown, role = 'trainer') =>
    recorded(client, role, `/v1/trainings/${trainingId}/${path}`, body);
  const refused = async (path: string, body: unknown): Promise<Problem> => {
    const answer = await client.post<Problem>('trainer', `/v1/trainings/${trainingId}/${path}`, body);
    expect(answer.status).toBe(409);
    return answer.body;
  };
  const training = async (atLeast: string): Promise<Training> => {
    const path = `/v1/trainings/${trainingId}`;
    const { status, body } = await client.get<Training>('auditor', path, { 'Benkan-At-Least': atLeast });
    expect(status).toBe(200);
    return body;
  };

  it('is planned with its terms of reference and facilitators, and moved', async () => {
    const plan = {
      unitId,
      days: ['2024-11-25', '2024-11-26'],
      themes: ['POLICE_PROXIMITE', 'MANDATS_ROLES'],
    };
    trainingId = (await recorded(client, 'trainer', '/v1/trainings', plan)).id;
    await say('terms-of-reference', { context: 'Installé en décembre 2023', objectives: 'Confiance' });
    await say('facilitators', { name: 'Bakary Diarra', organisation: 'WANEP-Mali' });
    const { position } = await say('postponements', { days: DAYS, reason: 'Pénurie de carburant' });
    expect(await training(position)).toMatchObject({
      ...{ status: 'PLANNED', days: DAYS, termsOfReference: { context: 'Installé en décembre 2023' } },
    });
    await say('sessions', { day: DAYS[0], part: 'MORNING' });
    expect((await refused('cancellation', { reason: 'Trop tard' })).code).toBe('training-has-begun');
  });

  it('takes its sheet whole or not at all, and points at every wrong line', async () => {
    const line = (index: number, present: readonly string[]) => ({
      ...{ participantId: people[index], present, absent: DAYS.filter((day) => !present.includes(day)) },
    });
    const lines = [line(0, DAYS), line(1, DAYS), line(2, [DAYS[0]])];
    const wrong = [...lines.slice(0, 2), line(2, ['2024-12-01']), { ...lines[0], present: [], absent: [] }];
    const problem = await refused('attendance/sheets', { lines: wrong });
    expect([problem.code, problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
      'sheet-has-problems',
      ['/lines/2/present/0 not-a-day-of-this-training', '/lines/3/participantId same-person-twice'],
    ]);
    expect(problem.errors?.map(({ detail }) => detail).join(' ')).toMatch(/une seule ligne par personne/);
    const { position } = await say('attendance/sheets', { lines });
    expect((await say('attendance/sheets', { lines })).changed).toBe(false);
    expect(await training(position)).toMatchObject({ trainedCount: 3, completedCount: 2 });
    const [reached] = await client.indicators('from=2024-12-01&to=2024-12-31&code=IND-03', position);
    expect(reached).toMatchObject({ numerator: 3, details: { participations: 5, completed: 2 } });
  });

  it('pairs the tests of a participant, and counts satisfaction without anybody', async () => {
    await say('test-results', { participantId: people[0], pre: 8, post: 16, max: 20 });
    await say('test-results', { participantId: people[1], pre: 10, post: null, max: 20 });
    const counts = { scale: 4, questions: [{ question: 'OVERALL', counts: [0, 1, 1, 1] }] };
    const { position } = await say('satisfaction', counts);
    expect((await training(position)).tests).toEqual({ pairs: 1, unpaired: 1, gain: 0.4 });
  });

  it('is closed: then only corrections, with the reason', async () => {
    expect((await refused('certificates', {})).code).toBe('training-not-closed');
    await say('closing', { certificateDays: null });
    const late = { participantId: people[2], day: DAYS[1], status: 'PRESENT' };
    expect(
      (
        await refused('satisfaction', {
          scale: 4,
          questions: [{ question: 'CONTENT', counts: [0, 0, 0, 1] }],
        })
      ).code,
    ).toBe('differs-from-recorded');
    expect((await refused('attendance', late)).code).toBe('differs-from-recorded');
    const { position } = await say('attendance/corrections', { ...late, reason: 'Signature retrouvée' });
    expect(await training(position)).toMatchObject({ status: 'CLOSED', completedCount: 3 });
  });

  it('gives certificates anybody may verify and nobody can read a name from', async () => {
    const { position } = await say('certificates', {});
    const { certificates } = await training(position);
    expect(certificates.map(({ participantId }) => participantId).sort()).toEqual([...people].sort());
    const code = certificates[0]?.code ?? '';
    const verified = () => client.get('donor', `/v1/certificates/${code}`);
    const first = (await verified()).body;
    expect(first).toMatchObject({ code, status: 'VALID', unitId, days: DAYS });
    expect(JSON.stringify(first)).not.toMatch(/Coulibaly|Aïssata|participantId/);
    const printed = await client.get('trainer', `/v1/trainings/${trainingId}/certificates/${code}`);
    expect(printed.body).toMatchObject({ lastName: 'Coulibaly', firstNames: 'Aïssata', daysPresent: 2 });
    const forbidden = await client.get('auditor', `/v1/trainings/${trainingId}/certificates/${code}`);
    expect(forbidden.status).toBe(403);
    const certificatesPath = `/v1/trainings/${trainingId}/certificates`;
    const paper = await client.get<string>('trainer', `${certificatesPath}/${code}`, PDF);
    expect([paper.status, paper.headers.get('content-type'), paper.body.slice(0, 5)]).toEqual(isPdf);
    expect(paper.headers.get('content-disposition')).toContain(`attestation-${code}.pdf`);
    const all = await client.get<string>('trainer', certificatesPath, PDF);
    expect([all.status, all.headers.get('content-type'), all.body.slice(0, 5)]).toEqual(isPdf);
    expect(all.body.length).toBeGreaterThan(paper.body.length);
    expect((await client.get('trainer', `${certificatesPath}?format=docx`)).status).toBe(422);
    expect((await client.get('secretary', certificatesPath, PDF)).status).toBe(403);
    const withdrawal = { reason: 'Émise pour une autre personne' };
    const withdrawn = await say(`certificates/${code}/withdrawal`, withdrawal, 'supervisor');
    await training(withdrawn.position);
    expect((await verified()).body).toMatchObject({ status: 'WITHDRAWN' });
    expect((await client.get('donor', '/v1/certificates/0000-0000-0000-0000')).status).toBe(404);
  });

  it('has a report with its figures, its names for those who may, and a fingerprint', async () => {
    await say('report/texts', {
      course: 'Ouverture par le maire',
      generalObjective: 'Renforcer la confiance',
    });
    const filing = { filedOn: '2024-12-10', fingerprint: 'ab'.repeat(32) };
    const { position } = await say('report/filing', filing);
    const read = (role: string) =>
      client.get(role, `/v1/trainings/${trainingId}/report`, { 'Benkan-At-Least': position });
    const { body } = await read('trainer');
    expect(body).toMatchObject({
      texts: {
        context: 'Installé en décembre 2023',
        course: 'Ouverture par le maire',
        recommendations: null,
      },
      participants: { total: 3, completed: 3, isf: 0 },
      ...{ certificates: { valid: 2, withdrawn: 1 }, filed: filing, namesShown: true },
      satisfaction: { topTwo: [{ question: 'OVERALL', numerator: 2, denominator: 3 }] },
    });
    expect(body['people']).toHaveLength(3);
    expect(body).toMatchObject({
      participants: { women: 3, youth: 3 },
      tests: { improved: 1, meanAfter: 0.8 },
    });
    expect((await read('auditor')).body).toMatchObject({ namesShown: false, people: [] });
    const path = `/v1/trainings/${trainingId}/report`;
    const paper = await client.get<string>('auditor', path, PDF);
    expect([paper.status, paper.headers.get('content-type'), paper.body.slice(0, 5)]).toEqual(isPdf);
    const word = await client.get<string>('trainer', `${path}?format=docx`);
    expect([word.status, word.body.slice(0, 2)]).toEqual([200, 'PK']);
  });

  it('leaves a record of every name it opened, one for a whole paper', async () => {
    const path = `/v1/audit/access-records?outcome=names-opened&limit=200`;
    const counts = async (wireName: string): Promise<readonly unknown[]> => {
      for (;;) {
        const { body } = await client.get<{ items: readonly Opening[] }>(
          'auditor',
          `${path}&wireName=${wireName}`,
        );
        const found = body.items.filter(({ resourceId }) => resourceId === trainingId);
        if (found.length > 0) return found.map(({ role, purpose, count }) => [role, purpose, count]);
      }
    };
    expect(await counts('training.get-report')).toContainEqual(['trainer', 'TRAINING_REPORT', 3]);
    expect(await counts('training.list-certificates')).toEqual([['trainer', 'CERTIFICATE', 3]]);
    expect(await counts('training.get-certificate')).toContainEqual(['trainer', 'CERTIFICATE', 1]);
  });

  it('stands beside community activities, counted apart from meetings', async () => {
    const { committeeId } = await installedCommittee(client, 'ML090102');
    const told = {
      ...{ committeeId, kind: 'SANITATION_DAY', days: ['2024-11-30'], jointWith: ['POLICE'] },
      tally: { women: 20, men: 31, notReported: 2, youth: 25, youngWomen: 11, isf: 6, members: 12 },
    };
    const wrong = { ...told, tally: { ...told.tally, youngWomen: 26 } };
    const no = await client.post<Problem>('secretary', '/v1/activities', wrong);
    expect([no.status, no.body.code]).toEqual([409, 'tally-part-exceeds-total']);
    const { id } = await recorded(client, 'secretary', '/v1/activities', told);
    const corrected = { ...told, kind: 'SPORT', reason: 'Match FDS et jeunes' };
    const { position } = await recorded(client, 'secretary', `/v1/activities/${id}/corrections`, corrected);
    const list = async (atLeast: string) =>
      (
        await client.get<{ items: readonly unknown[] }>(
          'auditor',
          `/v1/activities?committeeId=${committeeId}`,
          {
            'Benkan-At-Least': atLeast,
          },
        )
      ).body.items;
    expect(await list(position)).toMatchObject([{ id, kind: 'SPORT', unitId, jointWith: ['POLICE'] }]);
    const gone = await recorded(client, 'secretary', `/v1/activities/${id}/withdrawal`, {
      reason: 'Doublon',
    });
    expect(await list(gone.position)).toEqual([]);
  });
});
