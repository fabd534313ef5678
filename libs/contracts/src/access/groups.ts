import type { ROLES } from '../code-lists';

export type Role = (typeof ROLES)[number];

export const READERS = [
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
export const FIELD = [
  'secretary',
  'focal-point',
  'supervisor',
  'importer',
  'system',
] as const satisfies readonly Role[];
/** Who keeps the actor map of a commune; an import begins one and never changes it. */
export const MAPPERS = [
  'secretary',
  'focal-point',
  'supervisor',
  'system',
] as const satisfies readonly Role[];
/** Who reads actor maps: an auditor without names. */
export const MAP_READERS = [
  ...FIELD,
  'president',
  'national',
  'protection-officer',
  'auditor',
] as const satisfies readonly Role[];
/** Who keeps the seats, the presidency and the rules of a committee. */
export const KEEPERS = [...FIELD, 'national'] as const satisfies readonly Role[];
export const UPLOADERS = [
  'secretary',
  'focal-point',
  'supervisor',
  'trainer',
  'system',
] as const satisfies readonly Role[];
export const TRAINERS = [
  'trainer',
  'focal-point',
  'supervisor',
  'importer',
  'system',
] as const satisfies readonly Role[];

/** Who reads what is paid for, and what it aims at. */
export const PROJECT_READERS = [
  'president',
  'focal-point',
  'supervisor',
  'national',
  'auditor',
  'donor',
  'system',
] as const satisfies readonly Role[];

/** Who may say each wire name of a domain. */
export type Permissions = Readonly<Record<string, readonly Role[]>>;
