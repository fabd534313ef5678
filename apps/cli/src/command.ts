import type { CliConfig } from './config';

export type Said = {
  readonly config: CliConfig;
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** A line for whoever typed the command. */
  readonly say: (line: string) => void;
  /** Aborts at Ctrl-C. */
  readonly signal: AbortSignal;
};

/** Answers the status of the process: 0 done, 1 not done or something is wrong. */
export type Run = (said: Said) => Promise<0 | 1>;

/** One thing an operator can ask for. */
export type Command = {
  /** What is typed: `projections rebuild`. */
  readonly name: string;
  /** What follows the name: `<slice…> [--force]`. */
  readonly usage: string;
  readonly summary: string;
  readonly options?: Readonly<Record<string, 'boolean' | 'string'>>;
  /** How many words may follow. */
  readonly words: { readonly least: number; readonly most: number };
  /** Loads what it needs only when it is asked for: help and mistakes are answered at once. */
  readonly load: () => Promise<Run>;
};

/** Something whoever typed the command must put right; said in one line. */
export class CannotDo extends Error {}
