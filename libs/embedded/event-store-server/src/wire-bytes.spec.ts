import { AllStreamPosition, Empty } from '@eventstore/db-client/generated/shared_pb';
import { BatchAppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import fc from 'fast-check';
import type { StoredEvent } from './record';
import { batchSuccessBytes, type Success } from './wire-batch-success';
import { readEventBytes } from './wire-event';
import { streamTo, uuidTo } from './wire-identity';

const whole = fc.oneof(
  fc.nat(300),
  fc.maxSafeNat(),
  fc.constantFrom(0, 127, 128, 16_383, 16_384, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER),
);
const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
  fc.constant('€'.repeat(1_000)),
);
const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constant(new Uint8Array(70_000)));

const anyEvent: fc.Arbitrary<StoredEvent> = fc.record({
  position: whole.filter((position) => position > 0),
  stream: text,
  revision: whole,
  id: fc.uuid(),
  type: fc.oneof(text, fc.constant('$streamDeleted')),
  json: fc.boolean(),
  created: fc.oneof(fc.constant(0), fc.nat(4_102_444_800_000)),
  data: bytes,
  metadata: bytes,
});

const recorded = (event: StoredEvent): ReadResp.ReadEvent.RecordedEvent => {
  const position = String(event.position);
  const message = new ReadResp.ReadEvent.RecordedEvent()
    .setId(uuidTo(event.id))
    .setStreamIdentifier(streamTo(event.stream))
    .setStreamRevision(event.type === '$streamDeleted' ? '9223372036854775807' : String(event.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setCustomMetadata(event.metadata)
    .setData(event.data);
  message
    .getMetadataMap()
    .set('type', event.type)
    .set('created', String(BigInt(event.created) * 10_000n))
    .set('content-type', event.json ? 'application/json' : 'application/octet-stream');
  return message;
};

const generatedRead = (event: StoredEvent): ReadResp =>
  new ReadResp().setEvent(
    new ReadResp.ReadEvent().setEvent(recorded(event)).setCommitPosition(String(event.position)),
  );

describe('an event that is read', () => {
  it('has the very bytes of the generated message', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const written = readEventBytes(event);
        expect(written.equals(generatedRead(event).serializeBinary())).toBe(true);
        expect(ReadResp.deserializeBinary(written).toObject()).toEqual(generatedRead(event).toObject());
      }),
      { numRuns: 300 },
    );
  });
});

const anySuccess: fc.Arbitrary<Success> = fc.record({
  correlation: fc.uuid(),
  stream: text,
  last: fc.oneof(fc.constant(-1), whole),
  position: fc.oneof(
    fc.constant(undefined),
    whole.filter((position) => position > 0),
  ),
});

const generatedSuccess = ({ correlation, stream, last, position }: Success): BatchAppendResp => {
  const body = new BatchAppendResp.Success();
  if (last < 0) body.setNoStream(new Empty());
  else body.setCurrentRevision(String(last));
  const at = String(position);
  if (position === undefined) body.setNoPosition(new Empty());
  else body.setPosition(new AllStreamPosition().setCommitPosition(at).setPreparePosition(at));
  return new BatchAppendResp()
    .setCorrelationId(uuidTo(correlation))
    .setStreamIdentifier(streamTo(stream))
    .setSuccess(body);
};

describe('an append that succeeded', () => {
  it('has the very bytes of the generated message', () => {
    fc.assert(
      fc.property(anySuccess, (success) => {
        const written = batchSuccessBytes(success);
        expect(written.equals(generatedSuccess(success).serializeBinary())).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
