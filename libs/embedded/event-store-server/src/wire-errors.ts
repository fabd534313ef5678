import { Metadata, type ServerErrorResponse, status } from '@grpc/grpc-js';
import type { Expected } from './append-rule';
import type { Context } from './context';
import { damageIn } from './damage';
import { ServerFault, type ServerFaultCode } from './server-fault';

const STATUS: Partial<Record<ServerFaultCode, status>> = {
  'bad-request': status.INVALID_ARGUMENT,
  'record-corrupted': status.DATA_LOSS,
  'storage-full': status.RESOURCE_EXHAUSTED,
};

const EXPECTED_NUMBERS = { any: '-2', 'no-stream': '-1', 'stream-exists': '-4' } as const;

// metadata values are ASCII
const ascii = (text: string): string => text.replace(/[^\x20-\x7e]/gu, encodeURIComponent);

const answer = (
  code: status,
  details: string,
  trailers: Record<string, string> = {},
): ServerErrorResponse => {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, ascii(value));
  return Object.assign(new Error(details), { code, details, metadata });
};

export const closedError = (stream: string): ServerErrorResponse =>
  answer(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const wrongVersionError = (stream: string, expected: Expected, last: number): ServerErrorResponse =>
  answer(status.FAILED_PRECONDITION, `Append failed due to WrongExpectedVersion. Stream: ${stream}`, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': typeof expected === 'number' ? String(expected) : EXPECTED_NUMBERS[expected],
    ...(last >= 0 && { 'actual-version': String(last) }),
  });

export const tooLargeError = (limit: number): ServerErrorResponse =>
  answer(status.INVALID_ARGUMENT, `Maximum Append Size Exceeded: ${limit} bytes`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });

export const stoppingError = (): ServerErrorResponse => answer(status.UNAVAILABLE, 'the server is stopping');

/** The status that stands for a fault. */
export const statusOf = ({ code }: ServerFault): status => STATUS[code] ?? status.INTERNAL;

/** Whatever was thrown, as a fault; damage is told to the operator too. */
export const faultFrom = ({ report }: Pick<Context, 'report'>, thrown: unknown): ServerFault => {
  const error = damageIn(thrown);
  report(error);
  if (error instanceof ServerFault) return error;
  return new ServerFault('storage-failed', error instanceof Error ? error.message : String(error));
};

/** Whatever was thrown, as a gRPC status. */
export const errorFrom = (context: Pick<Context, 'report'>, thrown: unknown): ServerErrorResponse => {
  const fault = faultFrom(context, thrown);
  return answer(statusOf(fault), fault.message);
};
