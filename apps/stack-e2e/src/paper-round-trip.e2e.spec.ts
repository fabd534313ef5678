import { clientOf, type Client, type ImportReport } from './client';
import { installedCommittee, recorded } from './committee-at-work';
import { downloaded, paperOf, seated } from './paper-sheets';
import type { Cell } from './sheets';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;
const KIND = 'meeting-attendance';

type Paper = ReturnType<typeof paperOf>;
type Line = { readonly participantId: string; readonly status: string; readonly quality: string };

/** Why rows were refused; that a structure is unknown refuses nobody. */
const codesOf = ({ rows }: ImportReport) =>
  rows
    .flatMap(({ outcome, problems }) => (outcome === 'refused' ? problems.map(({ code }) => code) : []))
    .filter((code) => code !== 'unknown-structure');

describe('a sheet of paper and back', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
  }, 2 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  const download = (path: string, atLeast?: string) =>
    downloaded({ url: stack.url, client, role: 'secretary' }, path, atLeast);
  const printed = async (meetingId: string, atLeast?: string) =>
    paperOf(await download(`/v1/meetings/${meetingId}/attendance-sheet`, atLeast));
  /** Convenes a meeting, and prints its sheet as soon as everybody seated is on it. */
  const convened = async (committeeId: string, plannedOn: string) => {
    const body = { committeeId, meetingKind: 'STATUTORY', plannedOn, agenda: ['Suivi des recommandations'] };
    const { id, position } = await recorded(client, 'secretary', '/v1/meetings', body);
    const atLeast = { 'Benkan-At-Least': position };
    await client.get('secretary', `/v1/committees/${committeeId}/memberships`, atLeast);
    return { id, paper: await printed(id, position) };
  };
  const reads = async <Body>(path: string, report: ImportReport): Promise<Body> => {
    const atLeast = { 'Benkan-At-Least': report.position ?? '0' };
    const { status, body } = await client.get<Body>('supervisor', path, atLeast);
    expect(status).toBe(200);
    return body;
  };
  const linesOf = async (meetingId: string, report: ImportReport) =>
    (await reads<{ lines: readonly Line[] }>(`/v1/meetings/${meetingId}/attendance`, report)).lines;
  const send = (bytes: Buffer, query = '') => client.imported('secretary', KIND, bytes, { query });

  describe('of a committee whose members are named', () => {
    const ids = new Map<string, string>();
    let unitId: string;
    let meetingId: string;
    let paper: Paper;
    let filled: Buffer;
    let first: ImportReport;
    let corrected: ImportReport;

    beforeAll(async () => {
      const committee = await installedCommittee(client, 'ML090101');
      ({ unitId } = committee);
      const people = [
        { code: 'A-1', firstNames: 'Awa', lastName: 'Keïta', structure: 'CAFO' },
        { code: 'A-2', firstNames: 'Bintou', lastName: 'Traoré', structure: 'CAFO' },
        { code: 'A-3', firstNames: 'Coumba', lastName: 'Diarra', structure: 'Femmes transformatrices' },
        { code: 'A-4', firstNames: 'Djénéba', lastName: 'Koné', structure: 'Jeunes commerçantes' },
        { firstNames: 'Fanta', lastName: 'Sidibé', phone: '76 00 11 22' },
        { code: 'A-6', firstNames: 'Kadidia', lastName: 'Touré', phone: '76 00 33 44' },
        { code: 'A-7', firstNames: 'Kadidia', lastName: 'Touré', phone: '76 00 33 44' },
      ];
      for (const person of people)
        ids.set(person.code ?? person.lastName, await seated(client, committee, person));
      ({ id: meetingId, paper } = await convened(committee.committeeId, '2025-01-16'));
    }, MINUTES);

    it('is printed, filled in as people do, and looked at before it is taken', async () => {
      expect(paper.lines()).toHaveLength(17);
      paper.fill('Code', 'A-1', { Émargement: 'Présent(e)' });
      paper.fill('Code', 'A-2', { Émargement: ' X\u00a0' });
      paper.fill('Code', 'A-3', { Émargement: 'OUI', Qualité: 'Membre' });
      paper.fill('Code', 'A-4', { Émargement: 'peut-être' });
      paper.fill('Nom', 'Sidibé', { Émargement: 1 });
      paper.fill('Code', 'A-6', { Émargement: 'excusée' });
      paper.guest({
        ...{ 'Prénom(s)': 'Moussa', Nom: 'Camara', Sexe: 'Z', Qualité: 'Invité(e)', Émargement: 'P' },
        ...{ 'Tranche d’âge': '41-59', Structure: 'Police nationale' },
      });
      paper.guest({ 'Prénom(s)': 'KADIDIA', Nom: 'TOURE', Qualité: 'observatrice', Émargement: '✓' });
      paper.rows.splice(paper.header + 3, 0, [], [null, '\u00a0']);
      paper.rows.push([], ['TOTAL', null, null, null, null, null, null, null, null, null, null, 6]);
      filled = paper.bytes();

      const look = await send(filled, '&dryRun=true');
      expect(look).toMatchObject({ status: 'COMPLETED', position: null, counts: { refused: 3 } });
      expect(codesOf(look)).toEqual(['unknown-status', 'unknown-sex', 'several-people-fit']);
      const asked = look.rows.flatMap(({ problems }) => problems).find(({ differences }) => differences);
      expect(asked?.differences).toEqual([{ field: 'code', recorded: 'A-6, A-7', given: null }]);
      const meeting = await client.get('supervisor', `/v1/meetings/${meetingId}`);
      expect(meeting.body['status']).toBe('CONVENED');
    });

    it('is taken but for its bad rows, into the meeting it was printed for', async () => {
      first = await send(filled);
      expect(first.rejection).toBeNull();
      expect(codesOf(first)).toEqual(['unknown-status', 'unknown-sex', 'several-people-fit']);
      expect(first.counts).toMatchObject({ accepted: 6, refused: 3 });
      const lines = await linesOf(meetingId, first);
      const statusOf = (name: string) =>
        lines.find(({ participantId }) => participantId === ids.get(name))?.status;
      expect(['A-1', 'A-2', 'A-3', 'A-4', 'Sidibé', 'A-6', 'A-7'].map(statusOf)).toEqual([
        ...['PRESENT', 'PRESENT', 'PRESENT', undefined, 'PRESENT', 'EXCUSED', 'ABSENT'],
      ]);
      const { body } = await client.get<{ items: readonly object[] }>('supervisor', '/v1/meetings');
      expect(body.items).toHaveLength(1);
    });

    it('comes back as a workbook of its bad rows, which corrected is taken', async () => {
      const bad = paperOf(await download(`/v1/imports/${first.id}/refused-rows`));
      expect(bad.lines()).toHaveLength(3);
      bad.fill('Code', 'A-4', { Émargement: 'P' });
      bad.fill('Nom', 'Camara', { Sexe: 'H' });
      bad.fill('Nom', 'TOURE', {
        Code: 'A-7',
        Sexe: 'F',
        'Tranche d’âge': '25-29',
        Qualité: 'membre',
        Émargement: null,
      });
      corrected = await send(bad.bytes());
      expect([corrected.rejection, codesOf(corrected)]).toEqual([null, []]);
      expect(corrected.counts).toMatchObject({ accepted: 2, unchanged: 1, refused: 0 });
      const lines = await linesOf(meetingId, corrected);
      expect(new Set(lines.map(({ participantId }) => participantId)).size).toBe(8);
      expect(lines.filter(({ status }) => status === 'PRESENT')).toHaveLength(6);
    });

    it('sent once more says nothing new, and what differs is told with both values', async () => {
      const again = await send(filled);
      expect(again.counts).toMatchObject({ accepted: 0, unchanged: 6, refused: 3 });
      const sheet = await printed(meetingId);
      for (const code of ['A-1', 'A-2', 'A-3', 'A-4']) sheet.fill('Code', code, { Émargement: 'X' });
      sheet.fill('Nom', 'Sidibé', { Émargement: 'X' });
      sheet.fill('Code', 'A-6', { Émargement: 'représentée' });
      const differing = await send(sheet.bytes());
      expect(differing.counts).toMatchObject({ accepted: 0, unchanged: 6, refused: 1 });
      const [problem] = differing.rows.flatMap(({ problems }) =>
        problems.filter(({ code }) => code === 'differs-from-recorded'),
      );
      expect(problem?.differences).toEqual([{ field: 'status', recorded: 'EXCUSED', given: 'REPRESENTED' }]);
      const { items } = await reads<{ items: readonly object[] }>(
        `/v1/participants?unitId=${unitId}`,
        differing,
      );
      expect(items).toHaveLength(8);
    });
  });

  it('of a committee that goes by codes: no name is asked for, and a code nobody bears is refused', async () => {
    const committee = await installedCommittee(client, 'ML090102');
    const people: string[] = [];
    for (const code of ['B-1', 'B-2'])
      people.push(
        await seated(client, committee, { code, firstNames: 'Hawa', lastName: `Coulibaly ${code}` }),
      );
    await recorded(client, 'protection-officer', `/v1/committees/${committee.committeeId}/attendance-modes`, {
      ...{ mode: 'PSEUDONYMOUS', since: '2025-01-01', reason: 'Évaluation des risques' },
    });
    const { id, paper } = await convened(committee.committeeId, '2025-01-23');
    expect(paper.cell(paper.lines()[0] ?? [], 'Nom')).toBeNull();
    paper.fill('Code', 'B-1', { Émargement: 'x' });
    paper.guest({ Code: 'B-9', Qualité: 'invité', Émargement: 'x' });
    const report = await send(paper.bytes());
    expect(codesOf(report)).toEqual(['unknown-code']);
    expect(report.counts).toMatchObject({ accepted: 2, refused: 1 });
    const statuses = new Map((await linesOf(id, report)).map((line) => [line.participantId, line.status]));
    expect(people.map((person) => statuses.get(person))).toEqual(['PRESENT', 'ABSENT']);
  });

  it('is refused whole where its code and its head are of two meetings', async () => {
    const committee = await installedCommittee(client, 'ML090103');
    await seated(client, committee, { code: 'C-1', firstNames: 'Oumou', lastName: 'Sangaré' });
    const { paper } = await convened(committee.committeeId, '2025-02-13');
    const isDay = (cell: Cell | undefined): boolean => String(cell).startsWith('Date :');
    const head = paper.rows.find((row) => row.some(isDay));
    head?.splice(head.findIndex(isDay), 1, 'Date : 14/02/2025');
    const report = await send(paper.bytes());
    expect(report).toMatchObject({
      status: 'REJECTED',
      rejection: { code: 'meeting-code-disagrees', columns: ['Date'] },
    });
  });
});
