import { territoryOf } from '@benkan/doors';
import type { Grant, Principal } from '@benkan/security';
import { importerOf, mayRead } from './grants';
import { NOTHING, type Job } from './jobs/job';

const because = { correlationId: 'c', deadline: 0 };
const land: Readonly<Record<string, readonly string[]>> = {
  segou: ['segou', 'niono', 'bla'],
  niono: ['niono'],
  diema: ['diema'],
};
const territory = territoryOf({
  below: async (unitId) => land[unitId] ?? [],
  units: {},
  now: () => new Date('2026-03-01T08:00:00Z'),
});
const person = (subject: string, ...roles: readonly Grant[]): Principal => ({ issuer: 'i', subject, roles });
const supervisor = (subject: string, at: string | null) =>
  person(subject, { role: 'supervisor', territory: at });
const jobOf = (uploader: Principal): Job => ({
  ...{ id: 'import-1', importKind: 'participants', fileName: null, dryRun: false, status: 'RECEIVED' },
  ...{ receivedAt: '2026-03-01T08:00:00Z', completedAt: null, progress: { done: 0, total: null } },
  ...{ counts: NOTHING, position: null, rejection: null, uploadId: 'u', parts: 1, uploader },
});
const reads = (principal: Principal, job: Job) => mayRead(territory, { principal, because }, job);

describe('who an import speaks as', () => {
  it('is its uploader, for that import, in the uploader’s territories', () => {
    const uploader = person(
      'awa',
      { role: 'secretary', territory: 'niono' },
      { role: 'focal-point', territory: 'bla' },
    );
    expect(importerOf(jobOf(uploader))).toEqual({
      ...{ issuer: 'i', subject: 'awa', importId: 'import-1' },
      roles: [
        { role: 'importer', territory: 'niono' },
        { role: 'importer', territory: 'bla' },
      ],
    });
  });

  it('has nothing of a grant that could not say what its rows say', () => {
    const uploader = person(
      'awa',
      { role: 'secretary', territory: 'niono' },
      { role: 'donor', territory: null },
    );
    expect(importerOf(jobOf(uploader)).roles).toEqual([{ role: 'importer', territory: 'niono' }]);
    expect(importerOf({ ...jobOf(uploader), importKind: 'committees' }).roles).toEqual([]);
  });
});

describe('who may read an import', () => {
  const job = jobOf(person('awa', { role: 'secretary', territory: 'niono' }));

  it.each([
    ['whoever sent it', person('awa', { role: 'secretary', territory: 'niono' }), true],
    ['the same name of another issuer', { ...person('awa'), issuer: 'other' }, false],
    ['another secretary of the commune', person('ben', { role: 'secretary', territory: 'niono' }), false],
    ['the supervisor of the commune', supervisor('ben', 'niono'), true],
    ['the supervisor of the région', supervisor('ben', 'segou'), true],
    ['a supervisor of elsewhere', supervisor('ben', 'diema'), false],
    ['the supervisor of the country', supervisor('ben', null), true],
  ] as const)('%s: %p', async (_name, principal, expected) => {
    expect(await reads(principal, job)).toBe(expected);
  });

  it('is not a supervisor of a part of what it could write to', async () => {
    const wide = jobOf(supervisor('awa', null));
    expect(await reads(supervisor('ben', 'segou'), wide)).toBe(false);
    const both = jobOf(
      person('awa', { role: 'secretary', territory: 'niono' }, { role: 'secretary', territory: 'diema' }),
    );
    expect(await reads(supervisor('ben', 'segou'), both)).toBe(false);
  });
});
