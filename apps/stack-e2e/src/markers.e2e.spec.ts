import { randomInt, randomUUID } from 'node:crypto';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CommandAnswer, CommandContract } from '@benkan/contracts';
import * as meetings from '@benkan/contracts/meetings';
import * as registry from '@benkan/contracts/registry';
import * as training from '@benkan/contracts/training';
import { filesBelow, findBelow } from './byte-search';
import { clientOf, type Client } from './client';
import { recorded, unitOf } from './committee-at-work';
import { freeTextsOf, textsIn } from './free-texts';
import { plantCommittee } from './marked-committee';
import { plantActorMap } from './marked-actor-map';
import { plantRecommendation } from './marked-recommendation';
import { plantMeetings } from './marked-meetings';
import { plantTerritory } from './marked-territory';
import { plantActivity, plantTraining } from './marked-training';
import { markedSheets } from './marked-sheets';
import type { Rows } from './sheets';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;
/** What is written down but shown by no query yet. */
const NEVER_SHOWN = /\/(reason|note|evidence|otherAddresseeReason)$/;

// in every marker: eleven letters that stand nowhere by accident
const SIGN = `KQ${Array.from({ length: 9 }, () => 'BCDFGHJKLMNPQRSTVWXZ'[randomInt(20)]).join('')}`;
const digits = () => `00${String(randomInt(1_000_000)).padStart(6, '0')}`;
const PHONES = [digits(), digits(), digits()] as const;

type Planted = { readonly pointer: string; readonly text: string };

describe('what people type', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  const planted: Planted[] = [];
  const shown: unknown[] = [];
  let count = 0;

  const code = () => `${SIGN}${(count += 1)}`;
  const text = () => `Repère ${code()}`;
  const isMarker = (value: string) =>
    value.includes(SIGN) || PHONES.some((phone) => value.endsWith(phone.slice(-6)));

  const remember = (name: string, body: unknown) => {
    const texts = new Map<string, string>();
    JSON.stringify(body, (_, value: unknown) => {
      if (typeof value === 'string' && isMarker(value)) texts.set(value, value);
      return value;
    });
    for (const marker of texts.keys())
      for (const pointer of textsIn(body, name, (value) => value === marker))
        planted.push({ pointer, text: marker });
  };

  /** Says a command full of markers; it must be recorded. */
  const plant = async (
    contract: CommandContract,
    role: string,
    path: string,
    body: object,
  ): Promise<CommandAnswer> => {
    remember(contract.name, body);
    const answer = await recorded(client, role, `/v1/${path}`, body);
    expect([contract.name, answer.changed]).toEqual([contract.name, true]);
    return answer;
  };

  const read = async (role: string, path: string, atLeast = '0'): Promise<void> => {
    const answer = await client.get(role, `/v1/${path}`, { 'Benkan-At-Least': atLeast });
    expect([path, answer.status]).toEqual([path, 200]);
    shown.push(answer.body);
  };

  const reveal = async (participantId: string): Promise<void> => {
    const path = `/v1/participants/${participantId}/reveals`;
    shown.push((await client.post('protection-officer', path, { purpose: 'VERIFICATION' })).body);
  };

  const person = (phone: string) => ({
    ...{ code: code(), firstNames: text(), lastName: text(), phone: `+223 ${phone}` },
    ...{ neighbourhood: text(), structure: text() },
  });
  const traits = { sex: 'F', ageBand: '25-29', structureKind: 'ORG_FEMMES', corps: null };

  const plantOnPerson = async (participantId: string, unitId: string) => {
    const path = `participants/${participantId}`;
    await plant(registry.recordConsent, 'secretary', `${path}/consents`, {
      ...{ purpose: 'CONTACT', channel: 'PAPER', givenOn: '2024-11-21', source: text() },
    });
    const twin = { unitId, code: 'JUMEAU-1', ...traits };
    const { id: mergedId } = await recorded(client, 'secretary', '/v1/participants', twin);
    await plant(registry.mergeParticipants, 'supervisor', `${path}/merges`, { mergedId, reason: text() });
    shown.push((await client.post('protection-officer', `/v1/${path}/data-copy`, {})).body);
  };

  const plantRegistry = async () => {
    const country = await unitOf(client, 'ML');
    const { id: unitId, position } = await plant(registry.registerUnit, 'national', 'territories', {
      ...{ unitType: 'REGION', parentId: country, name: text(), codes: [], validFrom: null },
    });
    const { id: committeeId } = await plant(registry.establishCommittee, 'national', 'committees', {
      ...{ unitId: await unitOf(client, 'ML090101'), level: 'COMMUNE', name: text(), legalAct: text() },
    });
    const installation = `committees/${committeeId}/installation`;
    await plant(registry.installCommittee, 'national', installation, { installedOn: '2023-12-07' });
    const { id: participantId } = await plant(registry.registerParticipant, 'secretary', 'participants', {
      ...{ unitId, ...person(PHONES[0]), ...traits },
    });
    await reveal(participantId);
    const corrections = `participants/${participantId}/corrections`;
    const correction = { reason: text(), ...person(PHONES[1]), ageBand: '30-35' };
    await plant(registry.correctParticipant, 'secretary', corrections, correction);
    await reveal(participantId);
    await read('auditor', `territories/${unitId}`, position);
    await read('auditor', `committees/${committeeId}`);
    const home = await unitOf(client, 'ML090101');
    await plantTerritory({ plant, read, text, below: unitId });
    await plantActorMap({ plant, read, text, unitId: home });
    await plantCommittee({ plant, read, text, committeeId, participantId, units: [unitId, home] });
    await plantOnPerson(participantId, unitId);
    const sought = await client.post('secretary', '/v1/participants/search', { phone: `+223 ${PHONES[1]}` });
    expect(sought.status).toBe(200);
    return { unitId, committeeId, participantId };
  };

  const plantMeeting = async (committeeId: string, participantId: string) => {
    const convening = { committeeId, meetingKind: 'STATUTORY', plannedOn: '2024-11-21' };
    const agenda = [text(), text()];
    const { id: meetingId } = await plant(meetings.convene, 'secretary', 'meetings', {
      ...convening,
      agenda,
    });
    const holding = { heldOn: '2024-11-21', presidingCapacity: 'MAIRE', place: text() };
    await plant(meetings.hold, 'secretary', `meetings/${meetingId}/holding`, holding);
    const attendance = `meetings/${meetingId}/attendance`;
    const line = { participantId, quality: 'MEMBER', status: 'PRESENT' };
    await plant(meetings.recordAttendance, 'secretary', attendance, line);
    const corrected = { ...line, status: 'EXCUSED', reason: text() };
    await plant(meetings.correctAttendance, 'secretary', `${attendance}/corrections`, corrected);
    await plantRecommendation({ plant, read, text, code, meetingId });
    await read('auditor', `meetings/${meetingId}`);
  };

  const plantTrainings = async (committeeId: string, unitId: string, participantId: string) => {
    const certificateOf = async (trainingId: string) => {
      const { body } = await client.get<{ certificates: readonly { code: string }[] }>(
        'auditor',
        `/v1/trainings/${trainingId}`,
      );
      return body.certificates[0]?.code ?? '';
    };
    const marked = { plant, text, read, certificateOf, unitId, committeeId, participantId };
    await plantTraining(marked);
    await plantActivity(marked);
  };

  const plantSheet = async (kind: string, rows: Rows, bytes: Buffer, refused: number) => {
    const name = `${code()}.xlsx`;
    remember(`sheet ${kind}`, { name, rows });
    const report = await client.imported('supervisor', kind, bytes, { name });
    expect([kind, report.rejection, report.counts]).toEqual([
      kind,
      null,
      expect.objectContaining({ accepted: 1, refused }),
    ]);
    shown.push(report);
  };

  const plantSheets = async () => {
    for (const { kind, rows, bytes, refused } of markedSheets({ text, code, phone: `+223${PHONES[2]}` }))
      await plantSheet(kind, rows, bytes, refused);
  };

  /** What is refused leaves no trace either. */
  const plantRefused = async () => {
    const fields = { [code()]: text(), firstNames: text(), role: text() };
    const refused = [
      client.post('secretary', '/v1/participants', fields),
      client.post('secretary', `/v1/meetings/${randomUUID()}/attendance/corrections`, { reason: text() }),
      client.post(null, '/v1/demo/tokens', fields),
      client.post('secretary', '/v1/meetings', fields, { key: code() }),
      client.get('secretary', `/v1/territories?name=${encodeURIComponent(text())}`),
      client.get('secretary', `/v1/${encodeURIComponent(text())}`),
      client.upload('supervisor', code(), Buffer.from(text()), { name: `${code()}.xlsx` }),
      client.call('secretary', '/v1/participants', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
        body: `{"firstNames": "${text()}`,
      }),
    ];
    for (const { status } of await Promise.all(refused)) expect(status).toBeGreaterThanOrEqual(400);
  };

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'], env: { LOG_LEVEL: 'info' } });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
    const { unitId, committeeId, participantId } = await plantRegistry();
    await plantMeeting(committeeId, participantId);
    const home = await unitOf(client, 'ML090101');
    const coded = { unitId: home, code: code(), firstNames: text(), lastName: text(), ...traits };
    await plant(registry.registerParticipant, 'secretary', 'participants', coded);
    await plantMeetings({ plant, read, text, committeeId, code: coded.code });
    await plantTrainings(committeeId, unitId, participantId);
    await plantSheets();
    await plantRefused();
    const maps = await client.get<{ items: readonly { id: string }[] }>('supervisor', '/v1/actor-maps');
    for (const { id } of maps.body.items) await read('supervisor', `actor-maps/${id}`);
    for (const list of ['committees', 'trainings', 'recommendations', 'imports'])
      await read('supervisor', list, await client.position());
    const people = await client.get<{ items: readonly { id: string }[] }>('auditor', '/v1/participants');
    await Promise.all(people.body.items.map(({ id }) => reveal(id)));
    const held = await client.get<{ items: readonly { id: string }[] }>('auditor', '/v1/meetings');
    for (const { id } of held.body.items) await read('auditor', `meetings/${id}`);
    await stack.stop();
  }, 3 * MINUTES);

  afterAll(() => folder.remove());

  const commands: readonly CommandContract[] = [
    ...registry.commands,
    ...meetings.commands,
    ...training.commands,
  ];
  const free = commands.flatMap((contract) => freeTextsOf(contract));

  it('was planted in every free text of every command', () => {
    expect(free.length).toBeGreaterThan(25);
    const pointers = new Set(planted.map(({ pointer }) => pointer));
    expect(free.filter((pointer) => !pointers.has(pointer))).toEqual([]);
  });

  it('is read back by those who may, wherever a query shows it', () => {
    const everything = JSON.stringify(shown);
    const wanted = planted.filter(({ pointer }) => free.includes(pointer) && !NEVER_SHOWN.test(pointer));
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter(({ text: marker }) => !everything.includes(marker))).toEqual([]);
    const ofSheets = planted.filter(({ pointer }) => pointer.startsWith('sheet'));
    const signs = (marker: string) => marker.match(new RegExp(`${SIGN}\\d+`, 'g')) ?? [marker.slice(-6)];
    const unread = ofSheets
      .flatMap(({ text: marker }) => signs(marker))
      .filter((sign) => !everything.includes(sign));
    // the title of a meeting's sheet, the evidence, and of a refused row what was right
    expect(unread).toHaveLength(4);
  });

  it(
    'stands nowhere in the stores or the log',
    async () => {
      const files = await filesBelow(folder.path);
      for (const store of ['events', 'read-models', 'vault', 'keys'])
        expect(files.filter((file) => file.startsWith(`${store}/`)).length).toBeGreaterThan(0);
      expect(files).toContain('benkan.log');
      expect(await findBelow(folder.path, [SIGN, ...PHONES.map((phone) => `223${phone}`)])).toEqual([]);
      expect(
        await findBelow(
          folder.path,
          PHONES.map((phone) => `+223 ${phone}`),
        ),
      ).toEqual([]);
      expect(stack.printed()).not.toContain(SIGN);
    },
    2 * MINUTES,
  );

  it(
    'would be found if it stood there',
    async () => {
      // what is no secret is seen in the same files
      const seen = await findBelow(folder.path, ['attendance-corrected', 'ML090105']);
      expect(seen.some((hit) => hit.startsWith('events/') && hit.endsWith('attendance-corrected'))).toBe(
        true,
      );
      expect(seen.some((hit) => hit.startsWith('read-models/') && hit.endsWith('ML090105'))).toBe(true);
      const copy = join(dirname(folder.path), 'canary');
      await mkdir(copy);
      await copyFile(join(folder.path, 'benkan.log'), join(copy, 'benkan.log'));
      await writeFile(join(copy, 'benkan.log'), `{"name":"${planted[0]?.text ?? ''}"}\n`, { flag: 'a' });
      expect(await findBelow(copy, [SIGN])).toEqual([`benkan.log: ${SIGN}`]);
    },
    2 * MINUTES,
  );
});
