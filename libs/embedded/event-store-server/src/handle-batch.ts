import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb';
import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import { appendTask, type Proposed } from './appends';
import type { Context } from './context';
import { ServerFault } from './server-fault';
import { bytesOf, MAX_APPEND_BYTES, proposedFrom } from './wire-append';
import { type BatchAnswer, batchExpectedFrom, type BatchHeader, batchTo } from './wire-batch';
import { errorFrom, faultFrom, statusOf, stoppingError } from './wire-errors';
import { streamFrom, uuidFrom } from './wire-identity';

type Call = ServerDuplexStream<BatchAppendReq, Buffer>;
type Pending = { readonly header: BatchHeader; readonly events: Proposed[]; bytes: number };

const headerFrom = (options: BatchAppendReq.Options | undefined): BatchHeader => {
  if (!options) throw new ServerFault('bad-request', 'the first message of an append carries its options');
  return {
    stream: streamFrom(options.getStreamIdentifier()),
    expected: batchExpectedFrom(options),
    deadline: options.getDeadline()?.toDate().getTime() ?? Infinity,
  };
};

const decide = async (context: Context, { header, events, bytes }: Pending): Promise<BatchAnswer> => {
  if (bytes > MAX_APPEND_BYTES) return { kind: 'too-large' };
  if (context.now() > header.deadline) return { kind: 'late' };
  const request = { stream: header.stream, expected: header.expected, events };
  try {
    return await context.commits.run(appendTask(context.log, context.recent, request, context.now));
  } catch (error) {
    const fault = faultFrom(context, error);
    return { kind: 'failed', status: statusOf(fault), message: fault.message };
  }
};

/** Gathers the parts of each append by its correlation id and answers in the order of completion. */
const serve = (context: Context, call: Call): void => {
  const pending = new Map<string, Pending>();

  const gather = (message: BatchAppendReq): void => {
    const correlation = uuidFrom(message.getCorrelationId());
    const append = pending.get(correlation) ?? {
      header: headerFrom(message.getOptions()),
      events: [],
      bytes: 0,
    };
    pending.set(correlation, append);
    for (const proposed of message.getProposedMessagesList()) {
      const event = proposedFrom(proposed);
      append.bytes += bytesOf(event);
      if (append.bytes <= MAX_APPEND_BYTES) append.events.push(event);
    }
    if (!message.getIsFinal()) return;
    pending.delete(correlation);
    void decide(context, append).then((answer) => {
      // who does not take the answers is asked no more, until they are taken
      if (!call.cancelled && !call.write(batchTo(correlation, append.header, answer))) call.pause();
    });
  };

  const stop = (): unknown => call.emit('error', stoppingError());
  context.stopping.addEventListener('abort', stop, { once: true });
  call.on('data', (message: BatchAppendReq) => {
    try {
      gather(message);
    } catch (error) {
      call.emit('error', errorFrom(context, error));
    }
  });
  call.on('drain', () => void call.resume());
  call.on('end', () => call.end());
  call.on('close', () => context.stopping.removeEventListener('abort', stop));
};

/** Many appends over one call, told apart by their correlation ids. */
export const handleBatchAppend =
  (context: Context): handleBidiStreamingCall<BatchAppendReq, Buffer> =>
  (call) =>
    serve(context, call);
