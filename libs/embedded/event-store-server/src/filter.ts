import type { StoredEvent } from './record';
import { ServerFault } from './server-fault';

export type FilterOn = 'stream' | 'type';

/** Which events of `$all` a reader wants, and how many it lets be looked at between two checkpoints. */
export type Filter = {
  readonly matches: (event: StoredEvent) => boolean;
  readonly checkpointEvery: number;
};

export type FilterRequest = {
  readonly on: FilterOn;
  readonly regex: string;
  readonly prefixes: readonly string[];
  /** Events looked at per window, times `multiplier` windows per checkpoint. */
  readonly window: number;
  readonly multiplier: number;
};

const DEFAULT_WINDOW = 32;

const expression = (regex: string): RegExp => {
  try {
    return new RegExp(regex, 'u');
  } catch {
    throw new ServerFault('bad-request', `the filter is not a regular expression: ${regex}`);
  }
};

const textTest = ({ regex, prefixes }: FilterRequest): ((text: string) => boolean) => {
  if (regex === '') return (text) => prefixes.some((prefix) => text.startsWith(prefix));
  const pattern = expression(regex);
  return (text) => pattern.test(text);
};

export const filterFrom = (request: FilterRequest): Filter => {
  const test = textTest(request);
  const { on, window, multiplier } = request;
  return {
    matches: (event) => test(event[on]),
    checkpointEvery: (window || DEFAULT_WINDOW) * Math.max(multiplier, 1),
  };
};
