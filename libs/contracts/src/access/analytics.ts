import { READERS, type Permissions } from './groups';

export const analyticsPermissions: Permissions = {
  'analytics.get-statutory-clock': READERS,
  'analytics.list-statutory-clocks': READERS,
  'analytics.get-indicators': [...READERS, 'donor'],
  'analytics.list-events': READERS,
  'analytics.list-access-records': ['auditor', 'protection-officer'],
};
