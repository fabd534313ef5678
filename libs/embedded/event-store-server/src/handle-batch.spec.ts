import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { commitQueue } from './commit-queue';
import { EventLog } from './event-log';
import { handleBatchAppend } from './handle-batch';
import { recentIds } from './recent-ids';
import { streamTo, uuidTo } from './wire-identity';

let folder: string;
let log: EventLog;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benkan-batch-'));
  log = new EventLog(folder);
});
afterAll(async () => {
  await log.close();
  await rm(folder, { recursive: true });
});

const append = (): BatchAppendReq => {
  const event = new BatchAppendReq.ProposedMessage().setId(uuidTo(randomUUID()));
  event.getMetadataMap().set('type', 'happened').set('content-type', 'application/json');
  return new BatchAppendReq()
    .setCorrelationId(uuidTo(randomUUID()))
    .setOptions(new BatchAppendReq.Options().setStreamIdentifier(streamTo(randomUUID())))
    .setProposedMessagesList([event])
    .setIsFinal(true);
};

/** A call whose other end takes no answers until `drain` is emitted. */
const stubbornCall = () => {
  const state = { answers: 0, paused: 0, resumed: 0 };
  const call = Object.assign(new EventEmitter(), {
    write: () => (state.answers += 1) < 0,
    pause: () => void (state.paused += 1),
    resume: () => void (state.resumed += 1),
    end: () => undefined,
  });
  return { call, state };
};

describe('one who does not take the answers', () => {
  it('is asked no more until they are taken, and is listened to once', async () => {
    const recent = recentIds();
    const stopping = new AbortController();
    const { call, state } = stubbornCall();
    handleBatchAppend({
      log,
      recent,
      commits: commitQueue(log, folder, recent),
      report: () => undefined,
      now: Date.now,
      stopping: stopping.signal,
    })(call as unknown as ServerDuplexStream<BatchAppendReq, Buffer>);
    for (let n = 0; n < 100; n += 1) call.emit('data', append());
    while (state.answers < 100) await nextTurn();
    expect(state).toEqual({ answers: 100, paused: 100, resumed: 0 });
    for (const event of ['drain', 'error', 'end', 'close', 'data'])
      expect(call.listenerCount(event)).toBeLessThanOrEqual(1);
    call.emit('drain');
    expect(state.resumed).toBe(1);
  });
});
