import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppendResult, appendTask } from './appends';
import { commitQueue } from './commit-queue';
import { EventLog } from './event-log';
import { recentIds } from './recent-ids';

let folder: string;
let log: EventLog;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benkan-undone-'));
  log = new EventLog(folder);
});
afterEach(async () => {
  await log.close();
  await rm(folder, { recursive: true });
});

describe('a commit that fails', () => {
  it('leaves nothing behind: the same append at no stated revision is written, not taken for a repeated one', async () => {
    const recent = recentIds();
    let room = true;
    const transact = (work: () => void): void =>
      log.transact(() => {
        work();
        if (!room) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
      });
    const commits = commitQueue({ transact }, folder, recent);
    const ids = [randomUUID(), randomUUID()];
    const append = (): Promise<AppendResult> => {
      const events = ids.map((id) => ({
        id,
        type: 'happened',
        json: true,
        data: Buffer.alloc(0),
        metadata: Buffer.alloc(0),
      }));
      const request = { stream: 'stream', expected: 'any', events } as const;
      return commits.run(appendTask(log, recent, request, Date.now));
    };

    room = false;
    await expect(append()).rejects.toMatchObject({ code: 'storage-full' });
    expect([log.tail, log.head('stream')]).toEqual([0, undefined]);
    room = true;
    expect(await append()).toEqual({ kind: 'appended', last: 1, position: 2 });
    expect(await append()).toEqual({ kind: 'appended', last: 1, position: 2 });
    expect(log.tail).toBe(2);
    expect(ids.map((_, revision) => log.find('stream', revision)?.id)).toEqual(ids);
  });
});
