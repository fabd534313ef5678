import { appendFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { EJSON } from 'bson';
import { start as startServer } from '../start';
import type { Running, StartOptions } from '../serve';
import { decode, type Doc } from '../values/document';
import { readRequest } from '../wire/message';

export { StartFault } from '../faults';
export { serve } from '../serve';
export type { Running, StartOptions } from '../serve';

/** One command and its answer, as they went over the wire, on one server. */
export interface Exchange {
  readonly server: string;
  readonly command: Doc;
  readonly reply: Doc;
}

const HEADER = 16;

const messagesOf = (onMessage: (message: Buffer) => void): ((chunk: Buffer) => void) => {
  let held = Buffer.alloc(0);
  return (chunk) => {
    held = Buffer.concat([held, chunk]);
    while (held.length >= 4 && held.length >= held.readInt32LE(0)) {
      const size = held.readInt32LE(0);
      onMessage(held.subarray(0, size));
      held = held.subarray(size);
    }
  };
};

const OP_MSG = 2013;

const watch = (client: Socket, target: Socket, told: (command: Doc, reply: Doc) => void): void => {
  const waiting = new Map<number, Doc>();
  client.on(
    'data',
    messagesOf((message) => {
      const { id, command } = readRequest(message);
      waiting.set(id, command);
      target.write(message);
    }),
  );
  target.on(
    'data',
    messagesOf((message) => {
      const command = waiting.get(message.readInt32LE(8));
      waiting.delete(message.readInt32LE(8));
      if (command !== undefined && message.readInt32LE(12) === OP_MSG)
        told(command, decode(message.subarray(HEADER + 5)));
      client.write(message);
    }),
  );
  const end = (): void => {
    client.destroy();
    target.destroy();
  };
  for (const socket of [client, target]) socket.on('close', end).on('error', end);
};

// several suites may record into one file
const BORN = Date.now();
let servers = 0;

const record = (server: number, command: Doc, reply: Doc): void => {
  const file = process.env['CORPUS_RECORDING'];
  if (file === undefined) throw new Error('CORPUS_RECORDING names no file');
  const identity = `${BORN}-${server}`;
  appendFileSync(file, `${EJSON.stringify({ server: identity, command, reply }, { relaxed: false })}\n`);
};

/** As `start` of the library, with every command and its reply written to the file `CORPUS_RECORDING`. */
export const start = async (options: StartOptions): Promise<Running> => {
  const real = await startServer({ ...options, port: 0 });
  const number = (servers += 1);
  const proxy = createServer((socket) =>
    watch(socket, connect(real.port, '127.0.0.1'), (command, reply) => record(number, command, reply)),
  );
  await new Promise<void>((resolve) => proxy.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => proxy.close(resolve));
    await real.close();
    await closed;
  };
  return { url: `mongodb://127.0.0.1:${port}/?directConnection=true`, port, close };
};
