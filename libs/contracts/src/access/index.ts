import { analyticsPermissions } from './analytics';
import { importsPermissions } from './imports';
import { meetingsPermissions } from './meetings';
import { registryPermissions } from './registry';
import { trainingPermissions } from './training';
import type { Permissions, Role } from './groups';

export type { Role } from './groups';

/** Who may say each wire name. What is not listed is refused. */
export const permissions: Permissions = {
  ...registryPermissions,
  ...meetingsPermissions,
  ...trainingPermissions,
  ...importsPermissions,
  ...analyticsPermissions,
};

/** Whether one of the roles may say the wire name; no for every name without a row. */
export const permits = (wireName: string, roles: readonly Role[]): boolean => {
  const allowed = Object.hasOwn(permissions, wireName) ? permissions[wireName] : undefined;
  return allowed !== undefined && roles.some((role) => allowed.includes(role));
};
