import type { z } from 'zod';
import type { CommandContract, Contract, QueryContract, Role } from '@benkan/contracts';
import type { Handled } from '@benkan/event-store';
import type { Principal } from '@benkan/security';

/** A request that got through the door: checked, allowed, stamped. */
export type Asked<Body> = {
  readonly body: Body;
  readonly principal: Principal;
  /** The role under which the caller was let in. */
  readonly role: Role;
  /** The territory of that grant: a unit's id, or the whole country (`null`). */
  readonly territory: string | null;
  /** What a list may speak of: the units inside the grants and the territory asked for; no limit when undefined. */
  readonly unitIds: readonly string[] | undefined;
  /** Instant of arrival, RFC 3339 in UTC. */
  readonly at: string;
  readonly requestId: string;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** This hop's place in its trace: what is asked on its behalf is given it. */
  readonly traceparent: string;
  /** Epoch milliseconds after which nobody waits for the answer. */
  readonly deadline: number;
  readonly ifMatch?: bigint;
};

/** What became of a command, and the id of what it is about. */
export type Told = Handled & { readonly id: string; readonly extra?: Readonly<Record<string, unknown>> };

export type Door =
  | { readonly contract: CommandContract; readonly tell: (asked: Asked<never>) => Promise<Told> }
  | { readonly contract: QueryContract; readonly answer: (asked: Asked<never>) => Promise<unknown> };

/** A door for a command: what came in is what the contract says. */
export const commandDoor = <Name extends string, Request extends z.ZodType, Refusal extends string>(
  contract: CommandContract<Name, Request, Refusal>,
  tell: (asked: Asked<z.output<Request>>) => Promise<Told>,
): Door => ({
  contract: contract as unknown as CommandContract,
  tell: tell as (asked: Asked<never>) => Promise<Told>,
});

/** A door for a query: the answer has the shape the contract says. Throws a `Fault` where there is nothing to answer. */
export const queryDoor = <Name extends string, Request extends z.ZodType, Response extends z.ZodType>(
  contract: QueryContract<Name, Request, Response>,
  answer: (asked: Asked<z.output<Request>>) => Promise<z.input<Response>>,
): Door => ({
  contract: contract as unknown as QueryContract,
  answer: answer as (asked: Asked<never>) => Promise<unknown>,
});

export const nameOf = (door: { readonly contract: Contract }): string => door.contract.name;
