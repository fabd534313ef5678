import fc from 'fast-check';
import { Status } from '@eventstore/db-client/generated/status_pb';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { type BatchAppendReq } from '@eventstore/db-client/generated/streams_pb';
import { status } from '@grpc/grpc-js';
import { atLength } from '@benkan/testing';
import { closedAfterEach, fact, failure, newStream, type WriteCall, yes } from './misbehaving.examples';

type Answer = (call: WriteCall, request: BatchAppendReq) => void;

const empty = (request: BatchAppendReq): BatchAppendResp => {
  const answer = yes(request);
  answer.clearSuccess();
  return answer;
};

const forNobody = (request: BatchAppendReq): BatchAppendResp => {
  const answer = yes(request);
  answer.clearCorrelationId();
  return answer;
};

/** What a server may do with one append. The first alone is a yes. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  yes: (call, request) => call.write(yes(request)),
  twice: (call, request) => {
    call.write(yes(request));
    call.write(yes(request));
  },
  later: (call, request) => void setImmediate(() => !call.destroyed && call.write(yes(request))),
  never: () => undefined,
  nothing: (call, request) => call.write(empty(request)),
  'no reason': (call, request) => call.write(empty(request).setError(new Status())),
  'for nobody': (call, request) => call.write(forNobody(request)),
  ended: (call) => call.end(),
  unavailable: (call) => call.emit('error', failure(status.UNAVAILABLE, 'away')),
  cancelled: (call) => call.emit('error', failure(status.CANCELLED, 'cancelled')),
  'no leader': (call) => call.emit('error', failure(status.NOT_FOUND, 'leader')),
  broken: (call) => call.emit('error', failure(status.INTERNAL, 'broken')),
  invalid: (call) => call.emit('error', failure(status.INVALID_ARGUMENT, 'no')),
};
const YES = new Set(['yes', 'twice', 'later']);
const OUTCOMES = ['committed', 'conflict', 'refused', 'unknown'];

const { open, serve } = closedAfterEach();

describe('a server that answers each append with a misbehaviour of its own', () => {
  it(
    'leaves none without an outcome, within its time, and none committed without its yes',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom(...Object.keys(ANSWERS)), { minLength: 1, maxLength: 25 }),
          async (behaviours) => {
            const left = [...behaviours];
            const agreed = new Set<string>();
            const server = await serve({
              batchAppend: (call) => {
                call.on('data', (request: BatchAppendReq) => {
                  const kind = left.shift() ?? 'yes';
                  const name = request.getOptions()?.getStreamIdentifier()?.getStreamName_asU8() ?? [];
                  if (YES.has(kind)) agreed.add(Buffer.from(name).toString());
                  ANSWERS[kind]?.(call, request);
                });
              },
            });
            const store = open(server.url, { appendTimeoutMs: 120, maxInFlightAppends: 8 });
            const streams = behaviours.map(newStream);
            const outcomes = await Promise.all(
              streams.map((stream) => store.append(stream, 'no-stream', [fact()])),
            );
            for (const [n, { kind }] of outcomes.entries()) {
              expect(OUTCOMES).toContain(kind);
              if (kind === 'committed') expect(agreed).toContain(streams[n]);
              // this server never says no
              expect(['committed', 'unknown']).toContain(kind);
            }
            await store.close();
            await server.close();
          },
        ),
        { numRuns: atLength({ ci: 40, soak: 300 }) },
      );
    },
    atLength({ ci: 120_000, soak: 3_600_000 }),
  );
});
