import { promMetrics, serveMetrics } from '@benkan/observability-prom';
import type { Metrics } from '@benkan/observability';

export type OpenMetrics = {
  readonly metrics: Metrics;
  /** Where the figures are read; undefined when nobody asked for them. */
  readonly url: string | undefined;
  readonly close: () => Promise<void>;
};

/** The figures of a process, on loopback; nobody listens without a port. */
export const openMetrics = async (name: string, port: number | undefined): Promise<OpenMetrics> => {
  const metrics = promMetrics(name);
  if (port === undefined) return { metrics, url: undefined, close: () => Promise.resolve() };
  const { url, close } = await serveMetrics(metrics, { host: '127.0.0.1', port });
  return { metrics, url, close };
};
