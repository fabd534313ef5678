import { EventEmitter } from 'node:events';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb';
import { appending } from './appending';
import { inFlight } from './in-flight';
import { fact, newStream } from './misbehaving.examples';
import { writeCall } from './write-call';

/** A client whose one call is opened when it is told to, and what was written on it. */
const client = (opened: Promise<void> = Promise.resolve()) => {
  const written: BatchAppendReq[] = [];
  const call = Object.assign(new EventEmitter(), {
    write: (request: BatchAppendReq) => written.push(request),
    end: () => undefined,
    cancel: () => undefined,
  });
  const commands = { GRPCStreamCreator: () => () => opened.then(() => call) };
  return { call, written, client: commands as unknown as EventStoreDBClient };
};

describe('an append whose time is over', () => {
  it('is not sent any more once the call is open at last', async () => {
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const { client: slow, written } = client(opened);
    const left = jest.fn();
    const window = { enter: () => Promise.resolve(left) };
    const append = appending({ client: slow, timeoutMs: 1, window });
    expect(await append(newStream(), 'no-stream', [fact()])).toMatchObject({ kind: 'unknown' });
    open();
    // it has left the window when it has done all that it will ever do
    while (left.mock.calls.length === 0 && written.length === 0)
      await new Promise((resolve) => void setImmediate(resolve));
    expect(written).toEqual([]);
  });

  it('is not sent when it has waited too long before the window', async () => {
    const { client: fast, written } = client();
    const window = inFlight(1, 1);
    await window.enter(1, new AbortController().signal);
    const append = appending({ client: fast, timeoutMs: 1, window });
    expect(await append(newStream(), 'no-stream', [fact()])).toMatchObject({ kind: 'unknown' });
    expect(written).toEqual([]);
  });
});

describe('a call that has ended', () => {
  it.each([
    ['well', (call: EventEmitter) => call.emit('end')],
    ['with an error', (call: EventEmitter) => call.emit('error', new Error('broken'))],
  ])('%s sends nothing and leaves nobody waiting', async (_name, end) => {
    const { client: one, call, written } = client();
    const opened = await writeCall(one);
    end(call);
    expect(opened.ended()).toBe(true);
    const nobody = new Promise((resolve) => void setImmediate(resolve, 'still waiting'));
    const sent = opened.send('c1', new BatchAppendReq());
    expect(await Promise.race([sent, nobody])).toMatchObject({ kind: 'unknown' });
    expect(written).toEqual([]);
  });
});
