import type { Service } from '@benkan/doors';
import type { Metrics } from '@benkan/observability';

type Lag = NonNullable<Service['lag']>;

/** How far the views of this process are behind the facts, as two figures a slice. */
export const lagGauges = (metrics: Metrics): ((service: Pick<Service, 'lag'>) => void) => {
  const watched = new Set<Lag>();
  const figure = (unit: 'events' | 'seconds') => () =>
    [...watched].flatMap((lag) =>
      lag().map((each) => ({ labels: { slice: each.slice }, value: each[unit] })),
    );
  metrics.gauge(
    'benkan_projection_lag_events',
    'Facts a view does not show yet',
    ['slice'],
    figure('events'),
  );
  metrics.gauge(
    'benkan_projection_lag_seconds',
    'Age of the oldest fact a view does not show yet',
    ['slice'],
    figure('seconds'),
  );
  return ({ lag }) => {
    if (lag !== undefined) watched.add(lag);
  };
};
