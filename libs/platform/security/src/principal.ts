/** Roles a person holds, by token. */
export const TOKEN_ROLES = [
  'secretary',
  'president',
  'focal-point',
  'supervisor',
  'trainer',
  'national',
  'security-focal-point',
  'protection-officer',
  'auditor',
  'donor',
  'operator',
] as const;

/** Roles only a service gives, by signed context: `importer` acts for one import, `system` for a process manager. */
const INTERNAL_ROLES = ['importer', 'system'] as const;

export type Role = (typeof TOKEN_ROLES)[number] | (typeof INTERNAL_ROLES)[number];

/** A role over a territory: a unit's id and all below it, or the whole country (`null`). */
export type Grant = { readonly role: Role; readonly territory: string | null };

/** Who asks. Issuer and subject together name one account; neither is ever stored in an event. */
export type Principal = {
  readonly issuer: string;
  readonly subject: string;
  readonly roles: readonly Grant[];
  /** The one import an `importer` grant is limited to. */
  readonly importId?: string;
};

type Fields = { readonly [name: string]: unknown };

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isName = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isTokenRole = (role: string): role is Role => (TOKEN_ROLES as readonly string[]).includes(role);

const isRole = (role: string): role is Role =>
  isTokenRole(role) || (INTERNAL_ROLES as readonly string[]).includes(role);

type ClaimedGrant = { readonly role: string; readonly territory: string | null };

// a territory that is missing is not the whole country
const isClaimedGrant = (value: unknown): value is ClaimedGrant =>
  isFields(value) && isName(value['role']) && (value['territory'] === null || isName(value['territory']));

const grantsAmong = (
  value: unknown,
  allowed: (role: string) => role is Role,
): readonly Grant[] | undefined => {
  if (!Array.isArray(value) || !value.every(isClaimedGrant)) return undefined;
  return value.flatMap(({ role, territory }) => (allowed(role) ? [{ role, territory }] : []));
};

/** The `roles` claim of a token. Internal and foreign roles grant nothing; undefined when the claim is malformed. */
export const tokenGrants = (value: unknown): readonly Grant[] | undefined => grantsAmong(value, isTokenRole);

const importOf = ({ importId }: Fields): { readonly importId?: string } | undefined => {
  if (importId === undefined) return {};
  return isName(importId) ? { importId } : undefined;
};

/** A principal read back from plain data; undefined when it is not one. */
export const principalFrom = (value: unknown): Principal | undefined => {
  if (!isFields(value) || !isName(value['issuer']) || !isName(value['subject'])) return undefined;
  const roles = grantsAmong(value['roles'], isRole);
  const limit = importOf(value);
  if (roles === undefined || limit === undefined) return undefined;
  return { issuer: value['issuer'], subject: value['subject'], roles, ...limit };
};

/** The grants of a principal under a role for which `allows` holds, country-wide ones first. */
export const grantsFor = ({ roles }: Principal, allows: (role: Role) => boolean): readonly Grant[] => {
  const counting = roles.filter(({ role }) => allows(role));
  return [
    ...counting.filter(({ territory }) => territory === null),
    ...counting.filter(({ territory }) => territory !== null),
  ];
};
