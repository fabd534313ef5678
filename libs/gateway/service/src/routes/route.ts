import type { CommandContract, Contract, QueryContract } from '@benkan/contracts';

type Method = 'GET' | 'POST';

/** One way in: method and path, and the wire name it leads to. Path parameters are fields of the request. */
export type Route = {
  readonly method: Method;
  /** Nest path, `:name` for parameters. */
  readonly path: string;
  readonly contract: Contract;
  /** 201 with `Location` below this path; 200 when absent. */
  readonly creates?: string;
  /** The refusal that means the resource of the path does not exist: answered 404. */
  readonly notFound?: string;
  /** Of the answer; `application/json` when absent. */
  readonly mediaType?: string;
};

export const tell = (
  path: string,
  contract: CommandContract,
  options: Pick<Route, 'creates' | 'notFound'> = {},
): Route => ({
  method: 'POST',
  path,
  contract,
  ...options,
});

export const ask = (
  path: string,
  contract: QueryContract,
  options: Pick<Route, 'mediaType'> = {},
): Route => ({ method: 'GET', path, contract, ...options });

/** A look-up whose question must not stand in a URL. */
export const search = (path: string, contract: QueryContract): Route => ({ method: 'POST', path, contract });

export const parametersOf = (path: string): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => String(name));
