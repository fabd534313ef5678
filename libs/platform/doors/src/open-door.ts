import { permits, problemsOf, type Role } from '@benkan/contracts';
import {
  Fault,
  fault,
  nextSpan,
  traceIdOf,
  type FaultCode,
  type Reply,
  type Request,
} from '@benkan/messaging';
import { errorFields, type Log } from '@benkan/observability';
import { countingRoles, type ContextSigner, type Principal } from '@benkan/security';
import type { ClockGuard } from './clock-guard';
import type { Asked, Door, Told } from './door';

export type Doorkeeper = {
  readonly context: ContextSigner;
  readonly log: Log;
  readonly now: () => Date;
  readonly clock: ClockGuard;
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

// what a store says of itself stays in the house
const INSIDE: readonly FaultCode[] = ['unavailable', 'internal', 'storage-full'];

const faultOf = ({ code, detail }: Extract<Told, { kind: 'fault' }>, log: Log, place: object): Reply => {
  const said = FAULTS[code];
  if (said === 'internal') log.error('history cannot be read', { ...place, detail });
  return INSIDE.includes(said) ? fault(said) : fault(said, detail);
};

const replyTo = (told: Told, log: Log, place: object): Reply => {
  if (told.kind === 'refused')
    return {
      v: 1,
      kind: 'refused',
      code: told.code,
      ...(told.differences === undefined ? {} : { differences: told.differences }),
    };
  if (told.kind === 'fault') return faultOf(told, log, place);
  const { id, revision, position, changed, extra } = told;
  return {
    v: 1,
    kind: 'answer',
    data: { id, revision: revision.toString(), position: position.toString(), changed, ...extra },
  };
};

/** A request that has its place in a trace. */
type Traced = Request & { readonly traceparent: string };

const asked = (
  request: Traced,
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
  traceparent: request.traceparent,
  deadline: request.deadline,
  ...(request.ifMatch === undefined ? {} : { ifMatch: BigInt(request.ifMatch) }),
});

const reached = async ({ atLeast, waitMs }: Request, waitFor: Doorkeeper['waitFor']): Promise<boolean> =>
  atLeast === undefined || (await waitFor(BigInt(atLeast), waitMs ?? 2_000));

const AWAY = ['unavailable', 'storage-full'] as const;

/** What a store that is away or full says of itself; undefined for every other error. */
const faultOfStore = (error: unknown): FaultCode | undefined => {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return AWAY.find((each) => each === code);
};

type Known = { readonly asked: Asked<never> } | { readonly no: Reply };

/** Who are you, may you, what do you say. */
const known = (door: Door, request: Traced, { context, now }: Doorkeeper): Known => {
  const { name } = door.contract;
  const principal = context.verify(request.context);
  if (principal === undefined) return { no: fault('forbidden', 'the caller could not be verified') };
  const role = countingRoles(principal).find((held) => permits(name, [held]));
  if (role === undefined) return { no: fault('forbidden', 'your roles do not include this') };
  const body = door.contract.request.safeParse(request.body);
  if (!body.success)
    return { no: fault('malformed', 'the request does not follow its schema', problemsOf(body.error)) };
  return { asked: { ...asked(request, principal, role, now().toISOString()), body: body.data as never } };
};

/** A command goes in only while the clock is not behind history. */
const heard = async (
  { tell }: Extract<Door, { tell: unknown }>,
  asked: Asked<never>,
  { clock, log }: Doorkeeper,
  place: object,
): Promise<Reply> => {
  const newest = clock.behind();
  if (newest !== undefined) {
    log.error('clock behind the newest fact', { ...place, newest });
    return fault('clock-behind');
  }
  const told = await tell(asked);
  if (told.kind === 'recorded' && told.changed) clock.seen(asked.at);
  return replyTo(told, log, place);
};

/** Opens one door: who are you, may you, what do you say, and only then the domain. Never throws. */
export const openDoor = async (door: Door, sent: Request, keeper: Doorkeeper): Promise<Reply> => {
  const request = { ...sent, traceparent: nextSpan(sent.traceparent) };
  const { correlationId, traceparent } = request;
  const place = { name: door.contract.name, correlationId, traceId: traceIdOf(traceparent) };
  try {
    const caller = known(door, request, keeper);
    if ('no' in caller) return caller.no;
    if ('tell' in door) return await heard(door, caller.asked, keeper, place);
    if (!(await reached(request, keeper.waitFor))) return fault('not-yet');
    return { v: 1, kind: 'answer', data: await door.answer(caller.asked) };
  } catch (error) {
    if (error instanceof Fault) return fault(error.code, error.message, error.problems);
    const away = faultOfStore(error);
    if (away !== undefined) return fault(away);
    keeper.log.error('door failed', { ...place, ...errorFields(error) });
    return fault('internal');
  }
};
