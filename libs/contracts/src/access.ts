import type { ROLES } from './code-lists';

export type Role = (typeof ROLES)[number];

const READERS = [
  'secretary',
  'president',
  'focal-point',
  'supervisor',
  'trainer',
  'national',
  'security-focal-point',
  'protection-officer',
  'auditor',
  'operator',
  'importer',
  'system',
] as const satisfies readonly Role[];
const FIELD = [
  'secretary',
  'focal-point',
  'supervisor',
  'importer',
  'system',
] as const satisfies readonly Role[];
const UPLOADERS = [
  'secretary',
  'focal-point',
  'supervisor',
  'trainer',
  'system',
] as const satisfies readonly Role[];
const TRAINERS = [
  'trainer',
  'focal-point',
  'supervisor',
  'importer',
  'system',
] as const satisfies readonly Role[];

/** Who may say each wire name. What is not listed is refused. */
export const permissions: Readonly<Record<string, readonly Role[]>> = {
  'registry.register-unit': ['national', 'operator', 'system'],
  'registry.establish-committee': ['national', 'focal-point', 'supervisor', 'importer', 'system'],
  'registry.install-committee': ['national', 'focal-point', 'supervisor', 'importer', 'system'],
  'registry.register-participant': [...new Set([...FIELD, ...TRAINERS])],
  'registry.correct-participant': ['secretary', 'focal-point', 'supervisor', 'protection-officer'],
  'registry.reveal-participant': ['protection-officer'],
  'registry.list-units': [...READERS, 'donor'],
  'registry.get-unit': [...READERS, 'donor'],
  'registry.list-committees': [...READERS, 'donor'],
  'registry.get-committee': [...READERS, 'donor'],
  'registry.list-participants': READERS,
  'registry.get-participant': READERS,
  'registry.search-participants': [
    'secretary',
    'focal-point',
    'supervisor',
    'trainer',
    'protection-officer',
    'importer',
    'system',
  ],

  'meetings.convene': [...FIELD, 'president'],
  'meetings.hold': [...FIELD, 'president'],
  'meetings.record-attendance': FIELD,
  'meetings.correct-attendance': ['secretary', 'focal-point', 'supervisor'],
  'meetings.record-tally': FIELD,
  'meetings.issue-recommendation': [...FIELD, 'president'],
  'meetings.report-progress': [...FIELD, 'president', 'security-focal-point'],
  'meetings.claim-implementation': [...FIELD, 'president', 'security-focal-point'],
  'meetings.verify-implementation': ['focal-point', 'supervisor', 'national', 'importer', 'system'],
  'meetings.list-meetings': READERS,
  'meetings.get-meeting': READERS,
  'meetings.get-attendance': READERS,
  'meetings.list-recommendations': READERS,
  'meetings.get-recommendation': READERS,

  'training.plan': TRAINERS,
  'training.record-attendance': TRAINERS,
  'training.correct-attendance': ['trainer', 'focal-point', 'supervisor'],
  'training.record-test-results': TRAINERS,
  'training.correct-test-results': ['trainer', 'focal-point', 'supervisor'],
  'training.list-trainings': READERS,
  'training.get-training': READERS,

  'imports.put-part': UPLOADERS,
  'imports.receive': UPLOADERS,
  'imports.get-import': UPLOADERS,
  'imports.list-imports': UPLOADERS,
  'imports.get-refused-rows': UPLOADERS,

  'analytics.get-indicators': [...READERS, 'donor'],
};

/** Whether one of the roles may say the wire name; no for every name without a row. */
export const permits = (wireName: string, roles: readonly Role[]): boolean => {
  const allowed = Object.hasOwn(permissions, wireName) ? permissions[wireName] : undefined;
  return allowed !== undefined && roles.some((role) => allowed.includes(role));
};
