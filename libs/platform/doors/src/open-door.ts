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
import type { ClockGuard } from './clock-guard';
import type { Asked, Door } from './door';
import { known, type Gatekeeper } from './known';
import { answerReply, toldReply, type Way } from './replies';

export type Doorkeeper = Gatekeeper & {
  readonly log: Log;
  readonly clock: ClockGuard;
  /** Waits until the service's views include a position; false when the time is up. */
  readonly waitFor: (position: bigint, milliseconds: number) => Promise<boolean>;
  /** A field no schema knows never leaves: in service it is left behind, elsewhere it is an error. Default `refuse`. */
  readonly surplus?: 'strip' | 'refuse';
};

const reached = async ({ atLeast, waitMs }: Request, waitFor: Doorkeeper['waitFor']): Promise<boolean> =>
  atLeast === undefined || (await waitFor(BigInt(atLeast), waitMs ?? 2_000));

const AWAY = ['unavailable', 'storage-full'] as const;

/** What a store that is away or full says of itself; undefined for every other error. */
const faultOfStore = (error: unknown): FaultCode | undefined => {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return AWAY.find((each) => each === code);
};

/** A command goes in only while the clock is not behind history. */
const heard = async (
  { contract, tell }: Extract<Door, { tell: unknown }>,
  asked: Asked<never>,
  { clock, log }: Doorkeeper,
  way: Way,
): Promise<Reply> => {
  const newest = clock.behind();
  if (newest !== undefined) {
    log.error('clock behind the newest fact', { ...way.place, newest });
    return fault('clock-behind');
  }
  const told = await tell(asked);
  if (told.kind === 'recorded' && told.changed) clock.seen(asked.at);
  return toldReply(contract, told, way);
};

/** Opens one door: who are you, may you, what do you say, where is it, and only then the domain. Never throws. */
export const openDoor = async (door: Door, sent: Request, keeper: Doorkeeper): Promise<Reply> => {
  const request = { ...sent, traceparent: nextSpan(sent.traceparent) };
  const { correlationId, traceparent } = request;
  const place = { name: door.contract.name, correlationId, traceId: traceIdOf(traceparent) };
  const way: Way = { log: keeper.log, place, surplus: keeper.surplus ?? 'refuse' };
  try {
    const caller = await known(door, request, keeper);
    if ('no' in caller) return caller.no;
    if ('tell' in door) return await heard(door, caller.asked, keeper, way);
    if (!(await reached(request, keeper.waitFor))) return fault('not-yet');
    return answerReply(door.contract, await door.answer(caller.asked), way);
  } catch (error) {
    if (error instanceof Fault) return fault(error.code, error.message, error.problems);
    const away = faultOfStore(error);
    if (away !== undefined) return fault(away);
    keeper.log.error('door failed', { ...place, ...errorFields(error) });
    return fault('internal');
  }
};
