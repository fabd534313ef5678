import { randomInt } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findBelow } from './byte-search';
import { clientOf, type Client } from './client';
import { benkan } from './command-line';
import { participant, recorded, unitOf } from './committee-at-work';
import { holds, inflateAll, keysIn, opened, recordsIn, unwrapped } from './intruder';
import { personRow, trainingSheet, workbook } from './sheets';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;
const SIGN = `QX${Array.from({ length: 9 }, () => 'BCDFGHJKLMNPQRSTVWXZ'[randomInt(20)]).join('')}`;
const [NAME, IMPORTED, STAYING] = [`${SIGN}API`, `${SIGN}FEUILLE`, 'Diarra'] as const;
const phone = (): string => `7${String(randomInt(10_000_000)).padStart(7, '0')}`;
const [PHONE, OTHER_PHONE] = [phone(), phone()] as const;

type Shown = { readonly erased: boolean; readonly code?: string };
type Found = { readonly items: readonly { readonly id: string }[] };
type Revealed = { readonly person: { readonly lastName?: string } };
type Certificate = Readonly<Record<string, unknown>> & { readonly keyRotation: { readonly status: string } };

describe('erasing a person', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let unitId: string;
  let [person, fromSheet, staying] = ['', '', ''];
  let oldKek: Buffer;
  let before: unknown;

  const beside = (name: string): string => join(folder.path, '..', name);
  const search = async (from: Client, body: object): Promise<readonly string[]> =>
    (await from.post<Found>('secretary', '/v1/participants/search', body)).body.items.map(({ id }) => id);
  const code = (given: string) => ({ unitId, code: given });
  const reveal = (from: Client, id: string) =>
    from.post<Revealed & { code?: string }>('protection-officer', `/v1/participants/${id}/reveals`, {
      purpose: 'SUBJECT_REQUEST',
    });
  const shown = async (from: Client, id: string): Promise<Shown> =>
    (await from.get<Shown>('supervisor', `/v1/participants/${id}`)).body;
  const certificate = async (id: string): Promise<Certificate> =>
    (await client.get<Certificate>('auditor', `/v1/participants/${id}/erasure-certificate`)).body;
  const figures = async () => client.indicators('from=2024-11-01&to=2025-01-31', await client.position());
  const said = (lastName: string, sheetCode: string, number: string) => ({
    ...{ ...participant(unitId, sheetCode), lastName, phone: number },
  });

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    client = clientOf(stack.url);
    unitId = await unitOf(client, 'ML090101');
    ({ id: person } = await recorded(client, 'secretary', '/v1/participants', said(NAME, 'E-1', PHONE)));
    ({ id: staying } = await recorded(
      client,
      'secretary',
      '/v1/participants',
      said(STAYING, 'E-3', '66000003'),
    ));
    const rows = [
      personRow('E-1', { Nom: NAME, Contact: `+223 ${PHONE}` }),
      personRow('E-2', { Nom: IMPORTED, Contact: `00223${OTHER_PHONE}` }),
    ];
    const report = await client.imported('trainer', 'training-attendance', workbook(trainingSheet(rows)));
    expect(report.counts).toMatchObject({ accepted: 2, refused: 0 });
    const correction = { reason: `Mal lu : ${NAME}`, ageBand: '30-35' };
    await recorded(client, 'secretary', `/v1/participants/${person}/corrections`, correction);
    await client.position(report.position ?? '0');
    [fromSheet = ''] = await search(client, code('E-2'));
    before = await figures();
    oldKek = Buffer.from((await readFile(join(folder.path, 'kek'), 'utf8')).trim(), 'base64');
    const made = await benkan(folder.path, 'backup', beside('backup'), '--keys', beside('backup-keys'));
    expect([made.status, made.complained]).toEqual([0, '']);
    // a sealed copy that somebody forgot to replace
    await cp(join(folder.path, 'kek'), beside('old-kek'));
  }, 5 * MINUTES);
  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  });

  it(
    'begins with people who are known, by any way of writing their phone',
    async () => {
      expect((await reveal(client, person)).body.person.lastName).toBe(NAME);
      for (const number of [PHONE, `+223 ${PHONE}`, `00223 ${PHONE}`])
        expect(await search(client, { phone: number })).toEqual([person]);
      expect(await search(client, { phone: `+223${OTHER_PHONE}` })).toEqual([fromSheet]);
      const key = (await recordsIn(beside('backup-keys'), 'keys-')).find(
        ({ _id }) => _id === `person:${person}`,
      );
      const record = (await recordsIn(join(beside('backup'), 'vault'), 'people-')).find(
        ({ _id }) => _id === person,
      );
      const dataKey = key && unwrapped([oldKek], key);
      // whoever keeps the old key and the old backup reads the name: so the old key must go
      expect(
        record && dataKey && opened(dataKey, ['person', person, record['keyId']], record)?.toString(),
      ).toContain(NAME);
    },
    MINUTES,
  );

  it(
    'shows nobody afterwards, and counts as before',
    async () => {
      for (const id of [person, fromSheet]) {
        const path = `/v1/participants/${id}/erasure`;
        await recorded(client, 'protection-officer', path, { reason: 'SUBJECT_REQUEST' });
        expect(await shown(client, id)).toMatchObject({ erased: true });
        expect((await reveal(client, id)).body.code).toBe('personal-data-erased');
      }
      for (const number of [PHONE, OTHER_PHONE]) expect(await search(client, { phone: number })).toEqual([]);
      for (const sheet of ['E-1', 'E-2']) expect(await search(client, code(sheet))).toEqual([]);
      expect(await figures()).toEqual(before);
      expect((await reveal(client, staying)).body.person.lastName).toBe(STAYING);
      expect((await certificate(person)).keyRotation.status).toBe('PENDING');
    },
    MINUTES,
  );

  it(
    'is final once the keys were replaced, while everybody goes on working',
    async () => {
      const { status, said: told, complained } = await benkan(folder.path, 'keys', 'rotate');
      expect([status, complained, told]).toEqual([
        0,
        '',
        expect.stringContaining('Clé de chiffrement remplacée'),
      ]);
      expect((await reveal(client, staying)).body.person.lastName).toBe(STAYING);
      expect(await search(client, { phone: '66000003' })).toEqual([staying]);
      const made = await benkan(folder.path, 'backup', beside('later'), '--keys', beside('later-keys'));
      expect([made.status, made.said]).toEqual([0, expect.not.stringContaining('attention')]);
      for (const name of ['backup', 'backup-keys', 'later', 'later-keys'])
        await cp(beside(name), beside(`read/${name}`), { recursive: true });
      await inflateAll(beside('read'));
    },
    2 * MINUTES,
  );

  it(
    'leaves the name and the phone in no file of the stack or of a backup',
    async () => {
      const wanted = [NAME, IMPORTED, PHONE, OTHER_PHONE];
      expect(await findBelow(folder.path, wanted)).toEqual([]);
      expect(await findBelow(beside('read'), wanted)).toEqual([]);
    },
    2 * MINUTES,
  );

  it(
    'leaves no key that opens anything of theirs, in no file of the stack or of a backup',
    async () => {
      for (const place of [folder.path, beside('read')]) expect(await holds(place, oldKek)).toEqual([]);
      const keks = [...(await keysIn(folder.path)), ...(await keysIn(beside('read')))];
      expect(keks.length).toBeGreaterThan(0);
      const old = await recordsIn(beside('backup-keys'), 'keys-');
      const now = await recordsIn(beside('later-keys'), 'keys-');
      expect(old.length).toBeGreaterThan(10);
      expect(old.filter((record) => unwrapped(keks, record) !== undefined)).toEqual([]);
      // the keys of today do open the keys of today: none of them is the person's, nor the sheet's
      const openable = now.filter((record) => unwrapped(keks, record) !== undefined);
      expect(openable.map(({ _id }) => _id)).toContain(`person:${staying}`);
      const people = (await recordsIn(join(beside('backup'), 'vault'), 'people-')).filter(({ _id }) =>
        [person, fromSheet].includes(_id),
      );
      const dataKeys = openable.flatMap((record) => unwrapped(keks, record) ?? []);
      for (const record of people)
        for (const key of [...dataKeys, ...keks])
          expect(opened(key, ['person', record._id, record['keyId']], record)).toBeUndefined();
      expect(people).toHaveLength(2);
      expect(openable.filter(({ kind }) => kind === 'file')).toEqual([]);
    },
    2 * MINUTES,
  );

  it(
    'is certified, and a certificate that was touched is none',
    async () => {
      const file = beside('certificat.json');
      const whole = await certificate(person);
      expect(whole.keyRotation.status).toBe('DONE');
      await writeFile(file, JSON.stringify(whole));
      const good = await benkan(folder.path, 'verify-certificate', file);
      expect([good.status, good.said]).toEqual([0, expect.stringContaining('Certificat vérifié')]);
      const touched: readonly object[] = [
        { issuedAt: '2020-01-01T00:00:00.000Z' },
        { participantId: staying, stream: `participant-${staying}` },
        { chain: '0'.repeat(64) },
        { position: '1' },
        { keyRotation: { status: 'DONE', cleanSince: '2099-01-01T00:00:00.000Z' } },
      ];
      for (const change of touched) {
        await writeFile(file, JSON.stringify({ ...whole, ...change }));
        const { status, said: told } = await benkan(folder.path, 'verify-certificate', file);
        expect([change, status, told]).toEqual([change, 1, expect.stringContaining('Ne tient pas')]);
      }
    },
    3 * MINUTES,
  );

  it(
    'lets the same person come back as somebody new',
    async () => {
      const { id } = await recorded(client, 'secretary', '/v1/participants', said(NAME, 'E-1', PHONE));
      expect([person, fromSheet, staying]).not.toContain(id);
      expect(await search(client, { phone: PHONE })).toEqual([id]);
    },
    MINUTES,
  );

  it(
    'holds in a restored backup from before, even under the old key',
    async () => {
      const elsewhere = beside('restored');
      const options = [
        '--keys',
        beside('backup-keys'),
        '--kek',
        beside('old-kek'),
        '--erased',
        beside('later'),
      ];
      const put = await benkan(elsewhere, 'restore', beside('backup'), ...options);
      expect([put.status, put.complained]).toEqual([0, '']);
      const second = await startStack({ folder: elsewhere });
      try {
        const there = clientOf(second.url);
        for (const id of [person, fromSheet]) {
          expect((await reveal(there, id)).body.code).toBe('personal-data-erased');
          // the history from before the erasure is told of it
          while (!(await shown(there, id)).erased) await there.position();
        }
        expect(await search(there, { phone: PHONE })).toEqual([]);
        expect((await reveal(there, staying)).body.person.lastName).toBe(STAYING);
      } finally {
        await second.stop();
      }
    },
    4 * MINUTES,
  );
});
