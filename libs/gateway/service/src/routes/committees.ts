import * as registry from '@benkan/contracts/registry';
import { ask, tell, type Route } from './route';

/** Ways to the committees. */
export const committeeRoutes: readonly Route[] = [
  tell('v1/committees', registry.establishCommittee, { creates: 'v1/committees' }),
  ask('v1/committees', registry.listCommittees),
  ask('v1/committees/:committeeId', registry.getCommittee),
  tell('v1/committees/:committeeId/installation', registry.installCommittee, {
    notFound: 'committee-unknown',
  }),
];
