import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { handleClientStreamingCall, sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import { appendTask, type Proposed } from './appends';
import type { Context } from './context';
import { ServerFault } from './server-fault';
import { appendFrom, appendTo, bytesOf, MAX_APPEND_BYTES, proposedFrom } from './wire-append';
import { closedError, errorFrom, tooLargeError } from './wire-errors';

type Call = ServerReadableStream<AppendReq, AppendResp>;

type Received = {
  readonly options: AppendReq.Options | undefined;
  readonly events: Proposed[];
  readonly bytes: number;
};

// listeners rather than iteration: ending an iteration destroys the call, at the price of an error each
const receive = (call: Call): Promise<Received> =>
  new Promise((resolve, reject) => {
    const events: Proposed[] = [];
    let options: AppendReq.Options | undefined;
    let bytes = 0;
    call.on('data', (message: AppendReq) => {
      options ??= message.getOptions();
      const proposed = message.getProposedMessage();
      if (!proposed) return;
      try {
        const event = proposedFrom(proposed);
        bytes += bytesOf(event);
        if (bytes <= MAX_APPEND_BYTES) events.push(event);
      } catch (error) {
        reject(error);
      }
    });
    call.once('end', () => resolve({ options, events, bytes }));
    call.once('error', reject);
    // told at the end of every call, hence no error is made unless one is waited for
    call.once(
      'cancelled',
      () => call.readableEnded || reject(new ServerFault('bad-request', 'the append was cancelled')),
    );
  });

const append = async (context: Context, call: Call, reply: sendUnaryData<AppendResp>): Promise<void> => {
  const { options, events, bytes } = await receive(call);
  if (bytes > MAX_APPEND_BYTES) return reply(tooLargeError(MAX_APPEND_BYTES));
  const request = appendFrom(options, events);
  const result = await context.commits.run(appendTask(context.log, context.recent, request, context.now));
  if (result.kind === 'closed') return reply(closedError(request.stream));
  return reply(null, appendTo(request.expected, result));
};

/** One append per call: options first, then its events. */
export const handleAppend =
  (context: Context): handleClientStreamingCall<AppendReq, AppendResp> =>
  (call, reply) => {
    append(context, call, reply).catch((error: unknown) => reply(errorFrom(context, error)));
  };
