/** The ratio a bench must reach, may not pass, or is only told. */
export type Bar = { readonly atLeast: number } | { readonly atMost: number } | 'told';

/** Median and the quartiles around it. */
export type Spread = { readonly q1: number; readonly median: number; readonly q3: number };

/** One side of a comparison: medians over the rounds kept. */
export type Figures = {
  readonly name: string;
  /** In the `unit` of its ratio. */
  readonly value: number;
  /** Milliseconds of processor time an operation, of every process whose work is compared. */
  readonly cpuMs: number;
};

export type Unit = '/s' | 's' | 'MB';

export type Ratio = {
  readonly unit: Unit;
  readonly numerator: Figures;
  /** Of several, the one that bounds: the slowest. */
  readonly denominator: Figures;
  readonly ratio: Spread;
  /** Rounds kept. */
  readonly rounds: number;
  readonly notes: readonly string[];
};

export type Settings = {
  /** Rounds measured; the first is thrown away. */
  readonly rounds: number;
  /** The long sizes of the soak instead of those that end within a minute. */
  readonly full: boolean;
};

/** Something worth a ratio. `measure` starts and stops whatever it needs. */
export type Bench = {
  readonly id: string;
  readonly title: string;
  readonly bar: Bar;
  readonly measure: (settings: Settings) => Promise<Ratio>;
};
