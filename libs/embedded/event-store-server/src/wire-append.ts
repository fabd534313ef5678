import type { UUID } from '@eventstore/db-client/generated/shared_pb';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { Expected } from './append-rule';
import type { AppendRequest, AppendResult, Proposed } from './appends';
import { ServerFault } from './server-fault';
import { streamFrom, uuidFrom } from './wire-identity';

/** Bytes of data, metadata and types of one append. */
export const MAX_APPEND_BYTES = 1024 * 1024;

type Message = {
  getId(): UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getCustomMetadata_asU8(): Uint8Array;
  getData_asU8(): Uint8Array;
};

/** Reads the message that unary and batch appends share. */
export const proposedFrom = (message: Message): Proposed => {
  const headers = message.getMetadataMap();
  const type = headers.get('type');
  if (!type) throw new ServerFault('bad-request', 'an event needs a type');
  return {
    id: uuidFrom(message.getId()),
    type,
    json: headers.get('content-type') === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
};

export const bytesOf = (event: Proposed): number =>
  event.data.byteLength + event.metadata.byteLength + Buffer.byteLength(event.type);

export const revisionFrom = (text: string): number => {
  const revision = Number(text);
  // beyond every stream, so that it conflicts rather than fails
  return Number.isSafeInteger(revision) ? revision : Number.MAX_SAFE_INTEGER;
};

export const expectedFrom = (options: AppendReq.Options): Expected => {
  const Case = AppendReq.Options.ExpectedStreamRevisionCase;
  switch (options.getExpectedStreamRevisionCase()) {
    case Case.REVISION:
      return revisionFrom(options.getRevision());
    case Case.NO_STREAM:
      return 'no-stream';
    case Case.STREAM_EXISTS:
      return 'stream-exists';
    default:
      return 'any';
  }
};

/** The request told by a unary append's messages: options first, then one event each. */
export const appendFrom = (
  options: AppendReq.Options | undefined,
  events: readonly Proposed[],
): AppendRequest => {
  if (!options) throw new ServerFault('bad-request', 'the first message of an append carries its options');
  return { stream: streamFrom(options.getStreamIdentifier()), expected: expectedFrom(options), events };
};

const success = (last: number, position: number | undefined): AppendResp => {
  const body = new AppendResp.Success();
  if (last < 0) body.setNoStream(new Empty());
  else body.setCurrentRevision(String(last));
  const text = String(position);
  if (position === undefined) body.setNoPosition(new Empty());
  else body.setPosition(new AppendResp.Position().setCommitPosition(text).setPreparePosition(text));
  return new AppendResp().setSuccess(body);
};

const wrongVersion = (expected: Expected, last: number): AppendResp => {
  const body = new AppendResp.WrongExpectedVersion();
  if (last < 0) body.setCurrentNoStream(new Empty());
  else body.setCurrentRevision(String(last));
  if (expected === 'any') body.setExpectedAny(new Empty());
  else if (expected === 'stream-exists') body.setExpectedStreamExists(new Empty());
  else if (expected === 'no-stream') body.setExpectedNoStream(new Empty());
  else body.setExpectedRevision(String(expected));
  return new AppendResp().setWrongExpectedVersion(body);
};

export const appendTo = (
  expected: Expected,
  result: Exclude<AppendResult, { kind: 'closed' }>,
): AppendResp =>
  result.kind === 'appended' ? success(result.last, result.position) : wrongVersion(expected, result.last);
