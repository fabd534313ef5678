import { EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { commitQueue } from './commit-queue';
import { EventLog } from './event-log';
import { handleRead } from './handle-read';
import { recentIds } from './recent-ids';
import { systemEvent } from './system-event';

let folder: string;
let log: EventLog;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benkan-read-'));
  log = new EventLog(folder);
  log.transact(() => {
    for (let n = 0; n < 1_000; n += 1) log.put(systemEvent('stream', 'happened', '{}', n));
  });
});
afterAll(async () => {
  await log.close();
  await rm(folder, { recursive: true });
});

describe('a reader', () => {
  it('is sent nothing more while it takes nothing, one message for every room it makes', async () => {
    const options = new ReadReq.Options()
      .setAll(new ReadReq.Options.AllOptions().setStart(new Empty()))
      .setSubscription(new ReadReq.Options.SubscriptionOptions());
    const sent: Buffer[] = [];
    const call = Object.assign(new EventEmitter(), {
      request: new ReadReq().setOptions(options),
      write: (message: Buffer) => sent.push(message) < 0,
      end: () => undefined,
    });
    const recent = recentIds();
    const stopping = new AbortController();
    const report = (): void => undefined;
    const context = { log, recent, report, now: Date.now, stopping: stopping.signal };
    const commits = commitQueue(log, folder, recent);
    handleRead({ ...context, commits })(call as unknown as ServerWritableStream<ReadReq, Buffer>);
    const settle = async (): Promise<void> => {
      for (let turn = 0; turn < 20; turn += 1) await nextTurn();
    };
    await settle();
    const first = sent.length;
    expect(first).toBeLessThanOrEqual(2);
    for (let taken = 1; taken <= 5; taken += 1) {
      call.emit('drain');
      await settle();
      expect(sent).toHaveLength(first + taken);
    }
    call.emit('cancelled');
    await settle();
    expect(sent).toHaveLength(first + 5);
  });
});
