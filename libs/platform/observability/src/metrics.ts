export type Sample = { readonly labels: Readonly<Record<string, string>>; readonly value: number };

/** Figures for operators. Names and labels never carry a person, a committee or free text. */
export interface Metrics {
  /** A figure that is asked for when somebody looks; `name` ends in its unit. */
  gauge(
    name: string,
    help: string,
    labels: readonly string[],
    collect: () => readonly Sample[] | Promise<readonly Sample[]>,
  ): void;
}

export const noMetrics: Metrics = { gauge: () => undefined };
