import { Empty } from '@eventstore/db-client/generated/shared_pb';
import type { DeleteReq, TombstoneReq } from '@eventstore/db-client/generated/streams_pb';
import { DeleteResp, TombstoneResp } from '@eventstore/db-client/generated/streams_pb';
import type { handleUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import type { Expected } from './append-rule';
import type { Context } from './context';
import { type DeleteRequest, deleteTask } from './deletes';
import { ServerFault } from './server-fault';
import { revisionFrom } from './wire-append';
import { closedError, errorFrom, wrongVersionError } from './wire-errors';
import { streamFrom } from './wire-identity';

type Options = DeleteReq.Options | TombstoneReq.Options;

const expectedFrom = (options: Options): Expected => {
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasStreamExists()) return 'stream-exists';
  return options.hasAny() ? 'any' : revisionFrom(options.getRevision());
};

const requestFrom = (options: Options | undefined, tombstone: boolean): DeleteRequest => {
  if (!options) throw new ServerFault('bad-request', 'a deletion needs options');
  return { stream: streamFrom(options.getStreamIdentifier()), expected: expectedFrom(options), tombstone };
};

const run = async <T>(
  context: Context,
  request: DeleteRequest,
  reply: sendUnaryData<T>,
  answer: (position: number | undefined) => T,
): Promise<void> => {
  const result = await context.commits.run(deleteTask(context.log, request, context.now));
  if (result.kind === 'appended') return reply(null, answer(result.position));
  if (result.kind === 'closed') return reply(closedError(request.stream));
  return reply(wrongVersionError(request.stream, request.expected, result.last));
};

const deleted = (position: number | undefined): DeleteResp => {
  const text = String(position);
  if (position === undefined) return new DeleteResp().setNoPosition(new Empty());
  return new DeleteResp().setPosition(
    new DeleteResp.Position().setCommitPosition(text).setPreparePosition(text),
  );
};

const tombstoned = (position: number | undefined): TombstoneResp => {
  const text = String(position);
  if (position === undefined) return new TombstoneResp().setNoPosition(new Empty());
  return new TombstoneResp().setPosition(
    new TombstoneResp.Position().setCommitPosition(text).setPreparePosition(text),
  );
};

/** Hides a stream until it is written to again. */
export const handleDelete =
  (context: Context): handleUnaryCall<DeleteReq, DeleteResp> =>
  (call, reply) => {
    const request = async (): Promise<void> =>
      run(context, requestFrom(call.request.getOptions(), false), reply, deleted);
    request().catch((error: unknown) => reply(errorFrom(context, error)));
  };

/** Closes a stream for ever. */
export const handleTombstone =
  (context: Context): handleUnaryCall<TombstoneReq, TombstoneResp> =>
  (call, reply) => {
    const request = async (): Promise<void> =>
      run(context, requestFrom(call.request.getOptions(), true), reply, tombstoned);
    request().catch((error: unknown) => reply(errorFrom(context, error)));
  };
