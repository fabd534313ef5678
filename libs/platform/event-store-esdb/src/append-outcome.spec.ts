import { UUID } from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { outcomeOfRefusal } from './append-outcome';
import { correlationOf, outcomeOfResponse } from './wire-append';

describe('the outcome of a failed append', () => {
  it.each([
    ['WrongExpectedVersion', '', { kind: 'conflict' }],
    ['StreamDeleted', '', { kind: 'refused', code: 'stream-deleted' }],
    ['MaximumAppendSizeExceeded', '', { kind: 'refused', code: 'append-too-large' }],
    ['Unknown', 'storage-full: no room', { kind: 'refused', code: 'storage-full' }],
  ])('is certain when the store itself says no: %s', (name, message, expected) => {
    expect(outcomeOfRefusal(`event_store.client.${name}`, message)).toMatchObject(expected);
  });

  it.each(['Timeout', 'Unknown', 'AccessDenied', 'BadRequest', 'something-new', ''])(
    'is unknown otherwise: %s',
    (name) => {
      expect(outcomeOfRefusal(`event_store.client.${name}`, 'so')).toEqual({ kind: 'unknown', detail: 'so' });
    },
  );
});

describe('an answer to an append', () => {
  it('is committed at no position when the store does not tell one', () => {
    const response = new BatchAppendResp().setSuccess(new BatchAppendResp.Success().setCurrentRevision('4'));
    expect(outcomeOfResponse(response)).toEqual({
      kind: 'committed',
      revision: 4n,
      position: { commit: 0n, prepare: 0n },
    });
  });

  it.each([
    ['nothing', new BatchAppendResp()],
    ['a success without a revision', new BatchAppendResp().setSuccess(new BatchAppendResp.Success())],
    ['an error without details', new BatchAppendResp().setError(new Status())],
  ])('is none when it says %s', (_name, response) => {
    expect(outcomeOfResponse(response).kind).toBe('unknown');
  });

  it('is found by either form of its identity', () => {
    const halves = new UUID.Structured()
      .setMostSignificantBits(BigInt.asIntN(64, 0xf81d4fae7dec41d0n).toString())
      .setLeastSignificantBits(BigInt.asIntN(64, 0xa76500a0c91e6bf6n).toString());
    const text = 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6';
    const told = (uuid: UUID) => correlationOf(new BatchAppendResp().setCorrelationId(uuid));
    expect(told(new UUID().setStructured(halves))).toBe(text);
    expect(told(new UUID().setString(text.toUpperCase()))).toBe(text);
    expect(correlationOf(new BatchAppendResp())).toBe('');
  });
});
