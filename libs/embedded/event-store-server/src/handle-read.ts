import { randomUUID } from 'node:crypto';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import type { Context } from './context';
import { readAll, readStream, type Source } from './reads';
import { subscribeToAll, subscribeToStream } from './subscriptions';
import { closedError, errorFrom, stoppingError } from './wire-errors';
import { confirmation, type ReadPlan, readPlanFrom, readTo } from './wire-read';

type Call = ServerWritableStream<ReadReq, Buffer>;

const reading = (context: Context, plan: ReadPlan & { readonly count: number }): Source => {
  const { stream } = plan;
  if (stream === undefined) return readAll(context.log, plan);
  return readStream(context.log, { ...plan, stream }, context.now());
};

const subscribing = (context: Context, plan: ReadPlan, signal: AbortSignal): Source => {
  const { stream } = plan;
  if (stream === undefined) return subscribeToAll(context.log, plan, signal);
  return subscribeToStream(context.log, { ...plan, stream }, signal, context.now);
};

const drained = (call: Call, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      call.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    call.once('drain', done);
    signal.addEventListener('abort', done, { once: true });
  });

/** Writes at the pace at which the reader takes. */
const pump = async (call: Call, source: Source, signal: AbortSignal): Promise<void> => {
  for (const step of source) {
    if (step instanceof Promise) await step;
    else if (step.kind === 'closed') throw closedError(step.stream);
    else if (!call.write(readTo(step))) await drained(call, signal);
    if (signal.aborted) return;
  }
};

const read = async (context: Context, call: Call, signal: AbortSignal): Promise<void> => {
  const plan = readPlanFrom(call.request);
  const { count } = plan;
  if (count === undefined) call.write(confirmation(randomUUID()));
  await pump(
    call,
    count === undefined ? subscribing(context, plan, signal) : reading(context, { ...plan, count }),
    signal,
  );
  if (context.stopping.aborted) throw stoppingError();
  call.end();
};

const isAnswer = (error: unknown): boolean => error instanceof Error && 'details' in error;

/** Reads and subscriptions, of one stream or of all. */
export const handleRead =
  (context: Context): handleServerStreamingCall<ReadReq, Buffer> =>
  (call) => {
    const cancelled = new AbortController();
    call.on('cancelled', () => cancelled.abort());
    const signal = AbortSignal.any([cancelled.signal, context.stopping]);
    read(context, call, signal).catch((error: unknown) => {
      call.emit('error', isAnswer(error) ? error : errorFrom(context, error));
    });
  };
