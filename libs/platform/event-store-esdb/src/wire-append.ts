import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { BatchAppendReq, type BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { AdmittedEvent, AppendOutcome, Expected, Position } from '@benkan/event-store';
import { outcomeOfRefusal, unknown } from './append-outcome';

export type Target = { readonly stream: string; readonly expected: Expected };

const messageOf = ({ id, type, data, metadata }: AdmittedEvent): BatchAppendReq.ProposedMessage => {
  const message = new BatchAppendReq.ProposedMessage()
    .setId(new UUID().setString(id))
    .setData(Buffer.from(data))
    .setCustomMetadata(Buffer.from(metadata));
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  return message;
};

/** One whole append. It carries no deadline: told as an instant, it would be missed by clocks that disagree. */
export const requestOf = (
  correlation: string,
  { stream, expected }: Target,
  events: readonly AdmittedEvent[],
): BatchAppendReq => {
  const options = new BatchAppendReq.Options().setStreamIdentifier(
    new StreamIdentifier().setStreamName(Buffer.from(stream)),
  );
  if (expected === 'no-stream') options.setNoStream(new Empty());
  else options.setStreamPosition(expected.toString());
  return new BatchAppendReq()
    .setCorrelationId(new UUID().setString(correlation))
    .setOptions(options)
    .setProposedMessagesList(events.map(messageOf))
    .setIsFinal(true);
};

const half = (bits: string): string => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');

/** The lower-case text of either form of a UUID; nothing when there is none. */
export const correlationOf = (response: BatchAppendResp): string => {
  const uuid = response.getCorrelationId();
  const halves = uuid?.getStructured();
  if (halves === undefined) return (uuid?.getString() ?? '').toLowerCase();
  const digits = half(halves.getMostSignificantBits()) + half(halves.getLeastSignificantBits());
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

const positionOf = (success: BatchAppendResp.Success): Position => ({
  commit: BigInt(success.getPosition()?.getCommitPosition() ?? 0),
  prepare: BigInt(success.getPosition()?.getPreparePosition() ?? 0),
});

/** What the store answered; an answer that says neither yes nor no is none. */
export const outcomeOfResponse = (response: BatchAppendResp): AppendOutcome => {
  const error = response.getError();
  if (error) return outcomeOfRefusal(error.getDetails()?.getTypeName() ?? '', error.getMessage());
  const success = response.getSuccess();
  if (!success?.hasCurrentRevision()) return unknown('the answer says nothing');
  return {
    kind: 'committed',
    revision: BigInt(success.getCurrentRevision()),
    position: positionOf(success),
  };
};
