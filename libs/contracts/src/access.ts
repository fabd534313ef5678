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
/** Who keeps the seats, the presidency and the rules of a committee. */
const KEEPERS = [...FIELD, 'national'] as const satisfies readonly Role[];
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
  'registry.assign-code': ['national', 'operator', 'system'],
  'registry.rename-unit': ['national', 'operator', 'system'],
  'registry.reclassify-unit': ['national', 'operator', 'system'],
  'registry.move-unit': ['national', 'operator', 'system'],
  'registry.split-unit': ['national', 'operator', 'system'],
  'registry.merge-unit': ['national', 'operator', 'system'],
  'registry.retire-unit': ['national', 'operator', 'system'],
  'registry.establish-committee': ['national', 'focal-point', 'supervisor', 'importer', 'system'],
  'registry.install-committee': ['national', 'focal-point', 'supervisor', 'importer', 'system'],
  'registry.adopt-rules': KEEPERS,
  'registry.define-seat': KEEPERS,
  'registry.revise-seat': KEEPERS,
  'registry.end-seat': KEEPERS,
  'registry.designate-member': KEEPERS,
  'registry.replace-member': KEEPERS,
  'registry.end-membership': KEEPERS,
  'registry.designate-president': KEEPERS,
  'registry.declare-presidency-vacant': KEEPERS,
  'registry.name-bureau-member': KEEPERS,
  'registry.end-bureau-role': KEEPERS,
  'registry.create-working-commission': KEEPERS,
  'registry.close-working-commission': KEEPERS,
  'registry.suspend-committee': ['national', 'focal-point', 'supervisor', 'system'],
  'registry.reactivate-committee': ['national', 'focal-point', 'supervisor', 'system'],
  'registry.transfer-committee': ['national', 'supervisor', 'system'],
  'registry.assess-risk': ['protection-officer', 'supervisor', 'national'],
  'registry.set-attendance-mode': ['protection-officer'],
  'registry.request-nominative-export': ['focal-point', 'supervisor', 'national', 'protection-officer'],
  'registry.authorise-nominative-export': ['protection-officer'],
  'registry.export-nominative': ['protection-officer'],
  'registry.get-protection-policy': READERS,
  'registry.register-participant': [...new Set([...FIELD, ...TRAINERS])],
  'registry.correct-participant': ['secretary', 'focal-point', 'supervisor', 'protection-officer'],
  'registry.reveal-participant': ['protection-officer'],
  'registry.record-consent': ['secretary', 'focal-point', 'supervisor', 'trainer', 'protection-officer'],
  'registry.withdraw-consent': ['secretary', 'focal-point', 'supervisor', 'trainer', 'protection-officer'],
  'registry.merge-participants': ['focal-point', 'supervisor', 'protection-officer'],
  'registry.erase-participant': ['protection-officer'],
  'registry.export-own-data': ['protection-officer'],
  'registry.list-merge-candidates': ['focal-point', 'supervisor', 'protection-officer'],
  'registry.get-erasure-certificate': ['protection-officer', 'auditor'],
  'registry.list-units': [...READERS, 'donor'],
  'registry.get-unit': [...READERS, 'donor'],
  'registry.get-unit-geometry': [...READERS, 'donor'],
  'registry.list-territory-sources': [...READERS, 'donor'],
  'registry.list-committees': [...READERS, 'donor'],
  'registry.get-committee': [...READERS, 'donor'],
  'registry.list-memberships': READERS,
  'registry.list-committee-templates': [...READERS, 'donor'],
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

  'analytics.get-statutory-clock': READERS,
  'analytics.list-statutory-clocks': READERS,
  'analytics.get-indicators': [...READERS, 'donor'],
  'analytics.list-events': READERS,
  'analytics.list-access-records': ['auditor', 'protection-officer'],
};

/** Whether one of the roles may say the wire name; no for every name without a row. */
export const permits = (wireName: string, roles: readonly Role[]): boolean => {
  const allowed = Object.hasOwn(permissions, wireName) ? permissions[wireName] : undefined;
  return allowed !== undefined && roles.some((role) => allowed.includes(role));
};
