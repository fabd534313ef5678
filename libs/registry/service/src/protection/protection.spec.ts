import { randomUUID } from 'node:crypto';
import { textReader, type Door, type Told } from '@benkan/doors';
import { committeeDoors } from '../committees/doors';
import type { RegistryContext } from '../context';
import { OFFICER, participantsInMemory, registered, UNIT } from '../participants/registry.examples';
import { protectionDoors } from './doors';

const DAY_MS = 86_400_000;
const FOCAL_POINT = { ...OFFICER, subject: 'focal-point' };

const registryInMemory = () => {
  const people = participantsInMemory();
  const context: RegistryContext = { ...people.context, texts: textReader(people.vault) };
  const doors = new Map<string, Door>(
    [...committeeDoors(context), ...protectionDoors(context)].map((door) => [door.contract.name, door]),
  );
  const asked = (body: object, principal: object, commandId: string) =>
    ({
      ...{ body, commandId, principal, role: 'protection-officer', territory: null, unitIds: undefined },
      ...{ at: context.now().toISOString(), requestId: commandId, correlationId: commandId },
      ...{ causationId: commandId, traceparent: '', deadline: Number.MAX_SAFE_INTEGER },
    }) as never;
  const tell = async (
    name: string,
    body: object,
    { by = OFFICER, commandId = randomUUID() }: { by?: object; commandId?: string } = {},
  ): Promise<Told> => {
    const door = doors.get(`registry.${name}`);
    if (door === undefined || !('tell' in door)) throw new Error(name);
    return door.tell(asked(body, by, commandId));
  };
  const policy = async (committeeId: string, role: string, on?: string) => {
    const door = doors.get('registry.get-protection-policy');
    if (door === undefined || !('answer' in door)) throw new Error('no door');
    const question: object = asked({ committeeId, on }, OFFICER, randomUUID());
    return door.answer({ ...question, role } as never);
  };
  return { people, context, tell, policy };
};

const COMMITTEE = { unitId: UNIT, level: 'COMMUNE', name: 'CCS-C', legalAct: 'Décret', frequency: 'MONTHLY' };

describe('how the people of a committee are protected', () => {
  let registry: ReturnType<typeof registryInMemory>;
  let committeeId = '';
  let awa = '';
  const sit = async (participantId: string): Promise<void> => {
    const seatId = randomUUID();
    const seat = { category: 'ORG_FEMMES', label: 'CAFO', basis: 'DESIGNATED', alternatesAllowed: true };
    await registry.tell('define-seat', { committeeId, seatId, ...seat, definedOn: null });
    const designation = { seatId, participantId, quality: 'HOLDER', from: '2025-01-01', termEndsOn: null };
    const told = await registry.tell('designate-member', { committeeId, ...designation, legalAct: 'Arrêté' });
    expect(told.kind).toBe('recorded');
  };
  beforeEach(async () => {
    registry = registryInMemory();
    committeeId = (await registry.tell('establish-committee', COMMITTEE)).id;
    await registry.tell('install-committee', { committeeId, installedOn: '2025-01-01' });
    awa = await registered(registry.people, { code: 'A-1', phone: '70000001' });
    await sit(awa);
  });

  const assess = (assessedOn: string, reviewOn: string) =>
    registry.tell('assess-risk', {
      ...{ committeeId, level: 'HIGH', reasons: 'Menaces', assessedOn, reviewOn },
    });
  const mode = (mode: string, since: string) =>
    registry.tell('set-attendance-mode', { committeeId, mode, since, reason: 'Évaluation' });

  it('is by name, and not assessed, until somebody says otherwise', async () => {
    expect(await registry.policy(committeeId, 'secretary')).toEqual({
      ...{ committeeId, on: '2025-03-01', mode: 'NOMINATIVE', assessed: false, risk: null, modes: [] },
      exports: [],
      revision: expect.any(String) as string,
    });
    await expect(registry.policy(randomUUID(), 'secretary')).rejects.toMatchObject({
      code: 'unknown-resource',
    });
  });

  it('holds from its day, and tells its reasons to one role', async () => {
    await mode('TALLY', '2025-02-10');
    await assess('2025-02-09', '2025-03-01');
    for (const [on, expected] of [
      ['2025-02-09', 'NOMINATIVE'],
      ['2025-02-10', 'TALLY'],
    ] as const)
      expect(await registry.policy(committeeId, 'secretary', on)).toMatchObject({ mode: expected });
    expect(await registry.policy(committeeId, 'secretary')).toMatchObject({
      risk: { level: 'HIGH', reviewDue: true, reasons: null },
      modes: [{ setOn: '2025-03-01', reason: null }],
    });
    expect(await registry.policy(committeeId, 'protection-officer')).toMatchObject({
      risk: { reasons: 'Menaces' },
      modes: [{ reason: 'Évaluation' }],
    });
  });

  it('is never loosened for a day that has come', async () => {
    await mode('TALLY', '2025-02-10');
    await assess('2025-03-01', '2025-09-01');
    expect(await mode('NOMINATIVE', '2025-03-01')).toMatchObject({ code: 'loosens-the-past' });
    expect(await mode('NOMINATIVE', '2025-03-02')).toMatchObject({ kind: 'recorded', changed: true });
  });

  const asked = async (): Promise<{ committeeId: string; exportId: string }> => {
    const exportId = randomUUID();
    const request = { committeeId, exportId, purpose: 'AUDIT', recipient: 'CRSS', expiresOn: '2025-03-05' };
    await registry.tell('request-nominative-export', request, { by: FOCAL_POINT });
    return { committeeId, exportId };
  };

  it('shows who authorises what was asked, and to whom the names would go', async () => {
    const { exportId: id } = await asked();
    const shown = { id, purpose: 'AUDIT', expiresOn: '2025-03-05', authorised: false };
    expect(await registry.policy(committeeId, 'protection-officer')).toMatchObject({
      exports: [{ ...shown, recipient: 'CRSS' }],
    });
    expect(await registry.policy(committeeId, 'supervisor')).toMatchObject({
      exports: [{ ...shown, recipient: null }],
    });
  });

  it('names nobody before another person authorised it, nor after it expired', async () => {
    const one = await asked();
    const early = await registry.tell('export-nominative', one);
    expect(early).toMatchObject({ code: 'export-not-authorised' });
    expect(early).not.toHaveProperty('extra');
    expect(await registry.tell('authorise-nominative-export', one, { by: FOCAL_POINT })).toMatchObject({
      code: 'approver-is-requester',
    });
    await registry.tell('authorise-nominative-export', one);
    registry.people.pass(5 * DAY_MS);
    const late = await registry.tell('export-nominative', one);
    expect(late).toMatchObject({ code: 'export-expired' });
    expect(late).not.toHaveProperty('extra');
  });

  it('names those who sit, once a key, and records who was named', async () => {
    const one = await asked();
    await registry.tell('authorise-nominative-export', one);
    const commandId = randomUUID();
    const made = () => registry.tell('export-nominative', one, { commandId });
    const seat = { category: 'ORG_FEMMES', quality: 'HOLDER' };
    expect(await made()).toMatchObject({
      extra: { people: [{ participantId: awa, seat, firstNames: 'Awa', lastName: 'Traoré' }], withheld: 0 },
    });
    expect(await made()).toMatchObject({ kind: 'recorded', extra: { people: [] } });
    const copy = await registry.people.tell('export-own-data', { participantId: awa });
    expect(JSON.stringify(copy, (_, value: unknown) => (typeof value === 'bigint' ? '' : value))).toContain(
      'nominative-export-made',
    );
  });

  it('leaves out who withdrew and who was erased, and says how many', async () => {
    const ben = await registered(registry.people, { code: 'B-1', firstNames: 'Ben', phone: '70000002' });
    await sit(ben);
    await registry.people.tell('withdraw-consent', {
      ...{ participantId: awa, purpose: 'NOMINATIVE_EXPORT', channel: 'ORAL', withdrawnOn: '2025-02-02' },
    });
    await registry.people.tell('erase-participant', { participantId: ben, reason: 'SUBJECT_REQUEST' });
    const one = await asked();
    await registry.tell('authorise-nominative-export', one);
    expect(await registry.tell('export-nominative', one)).toMatchObject({
      extra: { people: [], withheld: 2 },
    });
  });
});
