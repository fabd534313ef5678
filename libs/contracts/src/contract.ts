import type { z } from 'zod';

/** A command a stranger may send: its wire name is the subject, the permission, the folder and the page. */
export type CommandContract<
  Name extends string = string,
  Request extends z.ZodType = z.ZodType,
  Refusal extends string = string,
> = {
  readonly kind: 'command';
  readonly name: Name;
  readonly summary: string;
  readonly request: Request;
  readonly refusals: readonly Refusal[];
  /** What the answer carries beside id, revision and position. */
  readonly answer?: z.ZodType;
  readonly example: z.input<Request>;
};

export type QueryContract<
  Name extends string = string,
  Request extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> = {
  readonly kind: 'query';
  readonly name: Name;
  readonly summary: string;
  readonly request: Request;
  readonly response: Response;
};

export type Contract = CommandContract | QueryContract;

export const defineCommand = <
  const Name extends string,
  Request extends z.ZodType,
  const Refusal extends string,
>(
  contract: Omit<CommandContract<Name, Request, Refusal>, 'kind'>,
): CommandContract<Name, Request, Refusal> => ({ kind: 'command', ...contract });

export const defineQuery = <const Name extends string, Request extends z.ZodType, Response extends z.ZodType>(
  contract: Omit<QueryContract<Name, Request, Response>, 'kind'>,
): QueryContract<Name, Request, Response> => ({ kind: 'query', ...contract });

export type RequestOf<C extends Contract> = z.infer<C['request']>;
