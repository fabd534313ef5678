import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Metrics } from '@benkan/observability';

export type PromMetrics = Metrics & {
  readonly contentType: string;
  /** All figures of this process in the text format of Prometheus. */
  readonly text: () => Promise<string>;
};

/** Figures of this process, memory and event loop among them. */
export const promMetrics = (service: string): PromMetrics => {
  const register = new Registry();
  register.setDefaultLabels({ service });
  collectDefaultMetrics({ register });
  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    gauge: (name, help, labels, collect) => {
      const gauge: Gauge<string> = new Gauge({
        name,
        help,
        labelNames: labels,
        registers: [register],
        collect: async () => {
          const samples = await collect();
          gauge.reset();
          for (const sample of samples) gauge.set({ ...sample.labels }, sample.value);
        },
      });
    },
  };
};
