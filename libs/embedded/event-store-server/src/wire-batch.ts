import {
  MaximumAppendSizeExceeded,
  StreamDeleted,
  Timeout,
  Unknown,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import type { Expected } from './append-rule';
import type { AppendResult } from './appends';
import { MAX_APPEND_BYTES, revisionFrom } from './wire-append';
import { batchSuccessBytes } from './wire-batch-success';
import { streamTo, uuidTo } from './wire-identity';

export type BatchHeader = {
  readonly stream: string;
  readonly expected: Expected;
  /** Milliseconds since 1970; the append is not tried after it. */
  readonly deadline: number;
};

export type BatchAnswer =
  | AppendResult
  | { readonly kind: 'too-large' }
  | { readonly kind: 'late' }
  | { readonly kind: 'failed'; readonly status: number; readonly message: string };

export const batchExpectedFrom = (options: BatchAppendReq.Options): Expected => {
  const Case = BatchAppendReq.Options.ExpectedStreamPositionCase;
  switch (options.getExpectedStreamPositionCase()) {
    case Case.STREAM_POSITION:
      return revisionFrom(options.getStreamPosition());
    case Case.NO_STREAM:
      return 'no-stream';
    case Case.STREAM_EXISTS:
      return 'stream-exists';
    default:
      return 'any';
  }
};

const wrongVersion = (expected: Expected, last: number): WrongExpectedVersion => {
  const body = new WrongExpectedVersion();
  if (last < 0) body.setCurrentNoStream(new Empty());
  else body.setCurrentStreamRevision(String(last));
  if (expected === 'any') return body.setExpectedAny(new Empty());
  if (expected === 'stream-exists') return body.setExpectedStreamExists(new Empty());
  if (expected === 'no-stream') return body.setExpectedNoStream(new Empty());
  return body.setExpectedStreamPosition(String(expected));
};

type Packed = { readonly name: string; readonly bytes: Uint8Array };

const detailsOf = (header: BatchHeader, answer: Exclude<BatchAnswer, { kind: 'appended' }>): Packed => {
  switch (answer.kind) {
    case 'wrong-version':
      return {
        name: 'WrongExpectedVersion',
        bytes: wrongVersion(header.expected, answer.last).serializeBinary(),
      };
    case 'closed':
      return {
        name: 'StreamDeleted',
        bytes: new StreamDeleted().setStreamIdentifier(streamTo(header.stream)).serializeBinary(),
      };
    case 'too-large':
      return {
        name: 'MaximumAppendSizeExceeded',
        bytes: new MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_BYTES).serializeBinary(),
      };
    case 'late':
      return { name: 'Timeout', bytes: new Timeout().serializeBinary() };
    case 'failed':
      return { name: 'Unknown', bytes: new Unknown().serializeBinary() };
  }
};

const errorBytes = (
  correlation: string,
  header: BatchHeader,
  answer: Exclude<BatchAnswer, { kind: 'appended' }>,
): Buffer => {
  const { name, bytes } = detailsOf(header, answer);
  const details = new Any();
  details.pack(bytes, `event_store.client.${name}`);
  const error = new Status().setMessage(name).setDetails(details);
  if (answer.kind === 'failed') error.setCode(answer.status).setMessage(answer.message);
  const response = new BatchAppendResp()
    .setCorrelationId(uuidTo(correlation))
    .setStreamIdentifier(streamTo(header.stream))
    .setError(error);
  return Buffer.from(response.serializeBinary());
};

/** The bytes of a `BatchAppendResp`. An error always carries details: the client breaks on one without. */
export const batchTo = (correlation: string, header: BatchHeader, answer: BatchAnswer): Buffer =>
  answer.kind === 'appended'
    ? batchSuccessBytes({ correlation, stream: header.stream, last: answer.last, position: answer.position })
    : errorBytes(correlation, header, answer);
