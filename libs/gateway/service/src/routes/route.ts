import type { CommandContract, Contract, QueryContract } from '@benkan/contracts';
import type { Prints } from '../documents/prints';

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
  /** Refusals that mean a part of it, named in the path, does not exist: answered 404 with their own code. */
  readonly missing?: readonly string[];
  /** Of the answer; `application/json` when absent. */
  readonly mediaType?: string;
  /** How the answer is printed or filled in, where it is. */
  readonly prints?: Prints;
};

export const tell = (
  path: string,
  contract: CommandContract,
  options: Pick<Route, 'creates' | 'notFound' | 'missing'> = {},
): Route => ({
  method: 'POST',
  path,
  contract,
  ...options,
});

export const ask = (
  path: string,
  contract: QueryContract,
  options: Pick<Route, 'mediaType' | 'prints'> = {},
): Route => ({ method: 'GET', path, contract, ...options });

/** A look-up whose question must not stand in a URL. */
export const search = (path: string, contract: QueryContract): Route => ({ method: 'POST', path, contract });

export const parametersOf = (path: string): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => String(name));
