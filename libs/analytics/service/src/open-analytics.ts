import { accessRecordsSchema, clockSchema, factsSchema } from '@benkan/analytics-read-model';
import type { loadFacts } from '@benkan/analytics-read-model';
import {
  subtreeAsked,
  territoryOf,
  textReader,
  type OpenModel,
  type Service,
  type ServiceDeps,
} from '@benkan/doors';
import { errorFields } from '@benkan/observability';
import { follow } from '@benkan/projections';
import { getIndicatorsDoor } from './get-indicators';
import { listAccessRecordsDoor, type AccessRecordsContext } from './list-access-records';
import { listEventsDoor } from './list-events';
import { placesAsked } from './places';
import { analyticsSlices } from './slices';
import { getStatutoryClockDoor, listStatutoryClocksDoor, type ClockContext } from './statutory-clock';

/** Analytics: folds what others said into facts, and facts into figures. */
export const openAnalytics = async (deps: ServiceDeps, openModel: OpenModel): Promise<Service> => {
  const facts = await openModel<typeof factsSchema, Parameters<typeof loadFacts>[0]>('Fact', factsSchema);
  const accessRecords = await openModel<
    typeof accessRecordsSchema,
    ReturnType<AccessRecordsContext['accessRecords']['current']>
  >('AccessRecord', accessRecordsSchema);
  const clocks = await openModel<typeof clockSchema, ReturnType<ClockContext['clocks']['current']>>(
    'StatutoryClock',
    clockSchema,
  );
  const following = await follow({
    store: deps.store,
    views: deps.views,
    ...analyticsSlices,
    onSeen: deps.clock.seen,
    onTrouble: (what, error) => deps.log.warn('views wait', { what, ...errorFields(error) }),
  });
  const territory = territoryOf({
    below: subtreeAsked(deps.ask),
    units: placesAsked(deps.ask),
    now: deps.now,
  });
  return {
    name: 'analytics',
    doors: [
      getIndicatorsDoor({ facts, texts: textReader(deps.vault), position: following.position }),
      listAccessRecordsDoor({ accessRecords, position: following.position }),
      listEventsDoor({ store: deps.store, territory, position: following.position }),
      getStatutoryClockDoor({ clocks, now: deps.now, position: following.position }),
      listStatutoryClocksDoor({ clocks, now: deps.now, position: following.position }),
    ],
    territory,
    ready: following.caughtUp,
    waitFor: following.waitFor,
    lag: following.lag,
    stop: following.stop,
  };
};
