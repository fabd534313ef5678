import { permissions, permits, type Role } from './access';
import { ROLES } from './code-lists';
import * as analytics from './analytics';
import * as imports from './imports';
import * as meetings from './meetings';
import * as registry from './registry';
import * as training from './training';

const contractNames = [analytics, imports, meetings, registry, training]
  .flatMap((room) => Object.values(room) as unknown[])
  .flatMap((value) =>
    typeof value === 'object' && value !== null && 'kind' in value && 'name' in value
      ? [String(value.name)]
      : [],
  );

describe('who may say what', () => {
  it.each([
    '',
    'meetings',
    'meetings.',
    'meetings.vanish',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
  ])('nobody may say %p', (name) => {
    expect(permits(name, ROLES)).toBe(false);
  });

  it('nobody without a role may say anything', () => {
    expect(Object.keys(permissions).filter((name) => permits(name, []))).toEqual([]);
  });

  it('nobody may say anything under a role that is none', () => {
    const strange = ['__proto__', 'constructor', 'admin', 'SECRETARY', ''] as unknown as readonly Role[];
    expect(Object.keys(permissions).filter((name) => permits(name, strange))).toEqual([]);
  });

  it('is as the table says, for every role', () => {
    for (const [name, allowed] of Object.entries(permissions))
      for (const role of ROLES)
        expect([name, role, permits(name, [role])]).toEqual([name, role, allowed.includes(role)]);
  });

  it('has a row for every contract, and no row for anything else', () => {
    expect(Object.keys(permissions).sort()).toEqual([...new Set(contractNames)].sort());
  });

  it('lets a person be revealed to the protection officer alone', () => {
    expect(ROLES.filter((role) => permits('registry.reveal-participant', [role]))).toEqual([
      'protection-officer',
    ]);
  });
});
