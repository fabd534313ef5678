import {
  MaxAppendSizeExceededError,
  StreamDeletedError,
  UnavailableError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { outcomeOf, outcomeOfError } from './append-outcome';
import { credentialsIn } from './credentials';

const serviceError = (code: number, message: string): Error => Object.assign(new Error(message), { code });

describe('the outcome of a failed append', () => {
  it('is certain only when the store itself says no', () => {
    const versions = { streamName: 's', current: 3n, expected: 1n } as const;
    const conflict = new WrongExpectedVersionError(undefined as never, versions as never);
    expect(outcomeOfError(conflict)).toEqual({ kind: 'conflict' });
    expect(outcomeOfError(StreamDeletedError.fromStreamName('s'))).toMatchObject({ code: 'stream-deleted' });
    expect(outcomeOfError(MaxAppendSizeExceededError.fromMaxAppendSize(1))).toMatchObject({
      code: 'append-too-large',
    });
    expect(outcomeOfError(serviceError(8, 'storage-full: no room'))).toMatchObject({ code: 'storage-full' });
    expect(outcomeOfError(serviceError(3, 'bad-request: not a UUID'))).toMatchObject({ kind: 'refused' });
  });

  it.each([
    new UnavailableError(serviceError(14, 'gone') as never),
    serviceError(4, 'deadline exceeded'),
    serviceError(1, 'cancelled'),
    serviceError(8, 'received message larger than max'),
    serviceError(13, 'internal'),
    new TypeError('anything'),
    'not even an error',
  ])('is unknown otherwise (%s)', (error) => {
    expect(outcomeOfError(error).kind).toBe('unknown');
  });

  it('is committed at no position when the store does not tell one', () => {
    expect(outcomeOf({ success: true, nextExpectedRevision: 4n })).toEqual({
      kind: 'committed',
      revision: 4n,
      position: { commit: 0n, prepare: 0n },
    });
  });
});

describe('the credentials of a connection string', () => {
  it.each([
    ['esdb://admin:changeit@host:2113', { username: 'admin', password: 'changeit' }],
    ['esdb+discover://a%40b:p%3Aq@one,two?tls=true', { username: 'a@b', password: 'p:q' }],
    ['esdb://127.0.0.1:2113?tls=false', { username: 'none', password: 'none' }],
    ['esdb://host?keepAliveInterval=1&tls=FALSE', { username: 'none', password: 'none' }],
  ])('of %s', (url, expected) => {
    expect(credentialsIn(url)).toEqual(expected);
  });

  it('are demanded with TLS', () => {
    expect(() => credentialsIn('esdb://host:2113')).toThrow('needs user and password');
  });
});
