import { randomUUID } from 'node:crypto';
import { certificateSeal, type ErasureCertificate } from '@benkan/contracts/registry';
import { participantsInMemory, registered, type InMemory } from './registry.examples';

describe('what a person may ask of the house', () => {
  let registry: InMemory;
  let id = '';
  beforeEach(async () => {
    registry = participantsInMemory();
    id = await registered(registry, { code: 'A-1', phone: '70000001' });
  });
  const told = { channel: 'PAPER', purpose: 'CONTACT' };

  it('a copy of everything, recorded, and once a request', async () => {
    const consent = { ...told, givenOn: '2025-02-01', source: 'Feuille 3' };
    await registry.tell('record-consent', { participantId: id, ...consent });
    const commandId = randomUUID();
    const copied = () => registry.tell('export-own-data', { participantId: id }, commandId);
    expect(await copied()).toMatchObject({
      extra: {
        copy: {
          participantId: id,
          records: [
            {
              person: { lastName: 'Traoré', phone: '70000001', code: 'A-1' },
              traits: { sex: 'F' },
              consents: [{ purpose: 'CONTACT', status: 'GIVEN', channel: 'PAPER', on: '2025-02-01' }],
              texts: ['Feuille 3'],
            },
          ],
          mentions: [
            { type: 'participant-registered', on: '2025-03-01' },
            { type: 'consent-recorded', on: '2025-02-01' },
            { type: 'own-data-exported' },
          ],
        },
      },
    });
    expect(await copied()).toMatchObject({ kind: 'recorded', extra: { copy: null } });
    expect((await registry.eventsOf(id)).filter(({ type }) => type === 'own-data-exported')).toHaveLength(1);
  });

  it('to be contacted no more', async () => {
    const contact = () => registry.tell('reveal-participant', { participantId: id, purpose: 'CONTACT' });
    expect(await contact()).toMatchObject({ extra: { person: { lastName: 'Traoré' } } });
    await registry.tell('withdraw-consent', { participantId: id, ...told, withdrawnOn: '2025-02-02' });
    expect(await contact()).toMatchObject({ kind: 'refused', code: 'consent-withdrawn' });
    expect(await registry.ask('get-participant', { participantId: id })).toMatchObject({
      sex: 'F',
      consents: [{ purpose: 'CONTACT', status: 'WITHDRAWN' }],
    });
    await registry.tell('record-consent', { participantId: id, ...told, givenOn: '2025-02-03' });
    expect(await contact()).toMatchObject({ kind: 'recorded' });
  });

  it('to be erased, with a certificate that says how far it went', async () => {
    const certificate = () =>
      registry.ask<ErasureCertificate>('get-erasure-certificate', { participantId: id });
    await expect(certificate()).rejects.toMatchObject({ code: 'unknown-resource' });
    await registry.tell('erase-participant', { participantId: id, reason: 'SAFETY_RISK' });
    const pending = await certificate();
    expect(pending).toMatchObject({
      ...{ participantId: id, reason: 'SAFETY_RISK', erasedOn: '2025-03-01', revision: '1' },
      keyRotation: { status: 'PENDING', cleanSince: null },
    });
    const { seal, ...rest } = pending;
    expect(certificateSeal(rest, registry.vault.digest)).toBe(seal);
    expect(certificateSeal({ ...rest, erasedOn: '2025-03-02' }, registry.vault.digest)).not.toBe(seal);
    // a rotation that began at the very instant may have met the key
    await registry.vault.markClean(registry.context.now());
    expect((await certificate()).keyRotation.status).toBe('PENDING');
    registry.pass(1);
    await registry.vault.markClean(registry.context.now());
    expect((await certificate()).keyRotation.status).toBe('DONE');
  });

  it('that a sheet with the name on it goes too', async () => {
    const sheet = randomUUID();
    await registry.vault.sealFile(sheet, Buffer.from('Traoré'));
    registry.pass(1);
    await registry.tell('erase-participant', { participantId: id, reason: 'SUBJECT_REQUEST' });
    expect(await registry.vault.openFile(sheet)).toBeUndefined();
  });

  it('an erasure cut short before its event is finished by the same command', async () => {
    await registry.vault.erasePerson(id);
    const erase = { participantId: id, reason: 'SUBJECT_REQUEST' };
    expect(await registry.tell('erase-participant', erase)).toMatchObject({
      kind: 'recorded',
      changed: true,
    });
    expect(await registry.tell('erase-participant', erase)).toMatchObject({
      kind: 'recorded',
      changed: false,
    });
  });
});
