import { clientOf, type Client } from './client';
import { heldMeeting, installedCommittee, recorded, unitOf } from './committee-at-work';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;

type Step = {
  readonly step: string;
  readonly on: string;
  readonly eventId: string;
  readonly text: string | null;
};
type Recommendation = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly history: readonly Step[];
};

describe('what becomes of a recommendation', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let committeeId: string;
  let meetingId: string;

  const environment = { REMINDERS_EVERY_SECONDS: '1' };
  const started = async () => {
    stack = await startStack({ folder: folder.path, args: ['--empty'], env: environment });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
  };

  beforeAll(async () => {
    folder = await throwAwayFolder();
    await started();
    ({ committeeId } = await installedCommittee(client, 'ML090105'));
    meetingId = await heldMeeting(client, committeeId, '2024-11-21');
  }, 2 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  const issue = (more: object) =>
    recorded(client, 'secretary', '/v1/recommendations', {
      ...{ meetingId, theme: 'ECLAIRAGE_PUBLIC', text: 'Réparer l’éclairage du marché' },
      ...{ addressees: [{ type: 'EXECUTIF_LOCAL', name: 'Mairie' }], dueOn: '2024-12-31', ...more },
    });
  const say = (id: string, path: string, body: object, role = 'secretary') =>
    recorded(client, role, `/v1/recommendations/${id}/${path}`, body);
  const refused = async (id: string, path: string, body: object, role = 'secretary') => {
    const { status, body: problem } = await client.post(role, `/v1/recommendations/${id}/${path}`, body);
    return [status, problem['code']];
  };
  const read = async (id: string, atLeast = '0'): Promise<Recommendation> =>
    (await client.get<Recommendation>('auditor', `/v1/recommendations/${id}`, { 'Benkan-At-Least': atLeast }))
      .body;
  const listed = async (query: string, atLeast: string): Promise<readonly string[]> => {
    const path = `/v1/recommendations?${query}`;
    const { body } = await client.get<{ items: readonly { id: string }[] }>('auditor', path, {
      'Benkan-At-Least': atLeast,
    });
    return body.items.map(({ id }) => id).sort();
  };
  const steps = ({ history }: Recommendation) =>
    history.map(({ step }) => step).filter((step) => !step.startsWith('REMIND'));

  it(
    'is sent, acknowledged, answered, claimed, and verified by somebody else',
    async () => {
      const { id } = await issue({
        ...{ responsible: 'Services techniques', proposerCategory: 'ORG_FEMMES' },
        addressees: [{ type: 'ACTEUR_SECURITE', name: 'Commissariat', corps: 'POLICE' }],
      });
      expect(await refused(id, 'acknowledgements', { on: '2024-11-27' })).toEqual([409, 'not-sent']);
      await say(id, 'sendings', { on: '2024-11-25', channel: 'LETTER' });
      await say(id, 'acknowledgements', { on: '2024-11-27' });
      const answer = { on: '2024-12-05', answer: 'ACCEPTED', text: 'Patrouilles renforcées dès lundi' };
      const officer = 'security-focal-point';
      expect(await refused(id, 'answers', answer, officer)).toEqual([409, 'corps-not-named']);
      expect(await refused(id, 'answers', { ...answer, corps: 'GENDARMERIE' }, officer)).toEqual([
        409,
        'addressed-to-another-corps',
      ]);
      await say(id, 'answers', { ...answer, corps: 'POLICE' }, officer);
      await say(id, 'progress', { on: '2024-12-10', percent: 60 });
      await say(id, 'implementation', { on: '2024-12-20', evidence: 'PV-I-2024-12' }, 'focal-point');
      const visit = { on: '2024-12-22', evidence: 'Visite du 22 décembre' };
      expect(await refused(id, 'verification', visit, 'focal-point')).toEqual([
        409,
        'verifier-is-the-claimer',
      ]);
      const { position } = await say(id, 'verification', visit, 'supervisor');

      const recommendation = await read(id, position);
      expect(recommendation).toMatchObject({
        ...{ status: 'IMPLEMENTATION_VERIFIED', open: false, percent: 60, answeredOn: '2024-12-05' },
        ...{ responsible: 'Services techniques', proposerCategory: 'ORG_FEMMES', verifiedOn: '2024-12-22' },
        addressees: [{ type: 'ACTEUR_SECURITE', name: 'Commissariat', corps: 'POLICE' }],
      });
      const followed = ['ISSUED', 'DETAILED', 'SENT', 'ACKNOWLEDGED', 'ANSWERED', 'PROGRESS_REPORTED'];
      expect(steps(recommendation)).toEqual([
        ...followed,
        ...['PROGRESS_MEASURED', 'IMPLEMENTATION_CLAIMED', 'IMPLEMENTATION_VERIFIED'],
      ]);
      const { body } = await client.get<{ items: readonly Step[] }>(
        'auditor',
        `/v1/recommendations/${id}/history`,
      );
      expect(body.items).toEqual(recommendation.history);
      expect(new Set(body.items.map(({ eventId }) => eventId)).size).toBe(body.items.length);
      expect(body.items.find(({ step }) => step === 'ANSWERED')?.text).toBe(answer.text);

      const reason = 'Les patrouilles n’ont pas eu lieu';
      const reopening = await say(id, 'reopenings', { on: '2025-01-20', reason }, 'supervisor');
      expect(await read(id, reopening.position)).toMatchObject({
        ...{ status: 'IN_PROGRESS', open: true, verifiedOn: null },
      });
      await say(id, 'abandonment', { on: '2025-01-21', reason: 'Reprise ailleurs' });
      expect(await refused(id, 'progress', { on: '2025-01-22' })).toEqual([409, 'already-closed']);
    },
    MINUTES,
  );

  it(
    'goes to the regional committee when nobody answered, and to the next meeting',
    async () => {
      const { id } = await issue({ theme: 'VOIRIE_OCCUPATION' });
      const district = await unitOf(client, 'ML09');
      const establishing = { unitId: district, level: 'REGION', name: 'CCS du District', legalAct: 'Décret' };
      const { id: regional } = await recorded(client, 'national', '/v1/committees', {
        ...{ ...establishing, frequency: 'QUARTERLY' },
      });
      const escalation = { committeeId: regional, on: '2025-01-15' };
      expect(await refused(id, 'escalation', escalation)).toEqual([409, 'not-sent']);
      await say(id, 'sendings', { on: '2024-11-25', channel: 'HAND_DELIVERED' });
      expect(await refused(id, 'escalation', { ...escalation, on: '2024-12-31' })).toEqual([
        409,
        'not-past-due',
      ]);
      expect(await refused(id, 'escalation', { ...escalation, committeeId })).toEqual([
        409,
        'committee-not-regional',
      ]);
      const { position } = await say(id, 'escalation', escalation);
      expect(await read(id, position)).toMatchObject({ escalatedTo: regional, open: true });
      expect(await listed(`theme=VOIRIE_OCCUPATION&overdueOn=2025-01-15`, position)).toEqual([id]);
      expect(await listed('overdueOn=2024-12-31', position)).toEqual([]);
      const clock = await client.get<{ findings: readonly { code: string; events: readonly string[] }[] }>(
        'auditor',
        `/v1/committees/${committeeId}/statutory-clock?on=2025-01-15`,
        { 'Benkan-At-Least': position },
      );
      const unanswered = clock.body.findings.filter(({ code }) => code === 'RECOMMENDATION_UNANSWERED');
      expect(unanswered.map(({ events }) => events.length)).toEqual([2]);

      const next = await heldMeeting(client, committeeId, '2025-01-16');
      const carried = await say(id, 'carry-overs', { meetingId: next, dueOn: '2025-02-28' });
      expect(await read(id, carried.position)).toMatchObject({ carriedOverTo: next, dueOn: '2025-02-28' });
      expect(await refused(id, 'carry-overs', { meetingId })).toEqual([409, 'meeting-not-later']);
    },
    MINUTES,
  );

  it(
    'is called to mind once, and not again after a kill',
    async () => {
      const { id, position } = await issue({ theme: 'PATROUILLES' });
      const reminders = async (): Promise<readonly string[]> =>
        (await read(id, position)).history
          .map(({ step }) => step)
          .filter((step) => step.startsWith('REMIND'));
      const told = ['REMINDED', 'REMINDER_DELIVERED'];
      const reminded = async (): Promise<void> => {
        while ((await reminders()).length < told.length) await client.position();
      };
      await reminded();
      stack.process.kill('SIGKILL');
      await stack.ended;
      await started();
      const witness = await issue({ theme: 'AUTRE' });
      // the second one is reminded of: the first was looked at again before it, or will not be
      const isTold = ({ history }: Recommendation) =>
        history.some(({ step }) => step === 'REMINDER_DELIVERED');
      while (!isTold(await read(witness.id, witness.position))) await client.position();
      expect(await reminders()).toEqual(told);
    },
    2 * MINUTES,
  );
});
