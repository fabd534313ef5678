import { permits, problemsOf, type Role } from '@benkan/contracts';
import { Fault, fault, type FaultCode, type Reply, type Request } from '@benkan/messaging';
import { errorFields, type Log } from '@benkan/observability';
import type { ContextSigner, Principal } from '@benkan/security';
import type { Asked, Door, Told } from './door';

export type Doorkeeper = {
  readonly context: ContextSigner;
  readonly log: Log;
  readonly now: () => Date;
  /** Waits until the service's views include a position; false when the time is up. */
  readonly waitFor: (position: bigint, milliseconds: number) => Promise<boolean>;
};

const FAULTS: Readonly<Record<Extract<Told, { kind: 'fault' }>['code'], FaultCode>> = {
  conflict: 'conflict',
  unavailable: 'unavailable',
  'idempotency-key-reused': 'idempotency-key-reused',
  'stale-revision': 'stale-revision',
  'unreadable-history': 'internal',
  'too-large': 'too-large',
  'storage-full': 'storage-full',
};

const replyTo = (told: Told): Reply => {
  if (told.kind === 'refused')
    return {
      v: 1,
      kind: 'refused',
      code: told.code,
      ...(told.differences === undefined ? {} : { differences: told.differences }),
    };
  if (told.kind === 'fault') return fault(FAULTS[told.code], told.detail);
  const { id, revision, position, changed, extra } = told;
  return {
    v: 1,
    kind: 'answer',
    data: { id, revision: revision.toString(), position: position.toString(), changed, ...extra },
  };
};

const asked = (
  request: Request,
  principal: Principal,
  role: Role,
  at: string,
): Omit<Asked<unknown>, 'body'> => ({
  principal,
  role,
  at,
  requestId: request.id,
  commandId: request.commandId ?? request.id,
  correlationId: request.correlationId,
  causationId: request.causationId ?? request.commandId ?? request.id,
  deadline: request.deadline,
  ...(request.ifMatch === undefined ? {} : { ifMatch: BigInt(request.ifMatch) }),
});

const reached = async ({ atLeast, waitMs }: Request, waitFor: Doorkeeper['waitFor']): Promise<boolean> =>
  atLeast === undefined || (await waitFor(BigInt(atLeast), waitMs ?? 2_000));

const isUnavailable = (error: unknown): boolean =>
  error instanceof Error && Reflect.get(error, 'code') === 'unavailable';

/** Opens one door: who are you, may you, what do you say, and only then the domain. Never throws. */
export const openDoor = async (
  door: Door,
  request: Request,
  { context, log, now, waitFor }: Doorkeeper,
): Promise<Reply> => {
  const { name } = door.contract;
  const principal = context.verify(request.context);
  if (principal === undefined) return fault('forbidden', 'the caller could not be verified');
  const role = principal.roles.find((held) => permits(name, [held.role]))?.role;
  if (role === undefined) return fault('forbidden', 'your roles do not include this');
  const body = door.contract.request.safeParse(request.body);
  if (!body.success)
    return fault('malformed', 'the request does not follow its schema', problemsOf(body.error));
  const known = { ...asked(request, principal, role, now().toISOString()), body: body.data as never };
  try {
    if ('tell' in door) return replyTo(await door.tell(known));
    if (!(await reached(request, waitFor))) return fault('not-yet');
    return { v: 1, kind: 'answer', data: await door.answer(known) };
  } catch (error) {
    if (error instanceof Fault) return fault(error.code, error.message, error.problems);
    if (isUnavailable(error)) return fault('unavailable');
    log.error('door failed', { name, correlationId: request.correlationId, ...errorFields(error) });
    return fault('internal');
  }
};
