import { factsSchema } from '@benkan/analytics-read-model';
import type { loadFacts } from '@benkan/analytics-read-model';
import { textReader, type OpenModel, type Service, type ServiceDeps } from '@benkan/doors';
import { errorFields } from '@benkan/observability';
import { follow } from '@benkan/projections';
import { getIndicatorsDoor } from './get-indicators';
import { analyticsSlices } from './slices';

/** Analytics: folds what others said into facts, and facts into figures. */
export const openAnalytics = async (deps: ServiceDeps, openModel: OpenModel): Promise<Service> => {
  const facts = await openModel<typeof factsSchema, Parameters<typeof loadFacts>[0]>('Fact', factsSchema);
  const following = await follow({
    store: deps.store,
    views: deps.views,
    ...analyticsSlices,
    onSeen: deps.clock.seen,
    onTrouble: (what, error) => deps.log.warn('views wait', { what, ...errorFields(error) }),
  });
  return {
    name: 'analytics',
    doors: [getIndicatorsDoor({ facts, texts: textReader(deps.vault), position: following.position })],
    ready: following.caughtUp,
    waitFor: following.waitFor,
    lag: following.lag,
    stop: following.stop,
  };
};
