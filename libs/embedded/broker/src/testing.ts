import { connect as dial, type Socket } from 'node:net';
import { connect, type ConnectionOptions, type NatsConnection } from 'nats';
import { start } from './start';

/** The broker the contract is tried on: ours, or the one of `NATS_URL`, with `NATS_TOKEN` or a token in the URL. */
export type Target = {
  readonly host: string;
  readonly port: number;
  readonly token: string;
  close(): Promise<void>;
};

export const target = async (): Promise<Target> => {
  const { NATS_URL, NATS_TOKEN } = process.env;
  if (NATS_URL !== undefined) {
    const { hostname, port, username } = new URL(NATS_URL);
    const token = NATS_TOKEN ?? username;
    return { host: hostname, port: Number(port || 4222), token, close: async () => undefined };
  }
  const token = 'a-token-of-the-suite';
  const { port, close } = await start({ token });
  return { host: '127.0.0.1', port, token, close };
};

export const join = (
  { host, port, token }: Target,
  options: ConnectionOptions = {},
): Promise<NatsConnection> => connect({ servers: `${host}:${port}`, token, reconnect: false, ...options });

/** A client that says exactly the bytes it is told to. */
export class RawClient {
  private text = '';
  private watchers: (() => void)[] = [];
  readonly closed: Promise<void>;

  private constructor(readonly socket: Socket) {
    socket.on('data', (chunk) => this.add(chunk.toString('latin1')));
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.once('close', () => this.wake());
  }

  static async dial({ host, port }: Pick<Target, 'host' | 'port'>): Promise<RawClient> {
    const client = new RawClient(dial(port, host));
    await client.hears('INFO');
    return client;
  }

  /** Introduces itself and waits for the answer. */
  static async join(target: Target, options: object = {}): Promise<RawClient> {
    const client = await RawClient.dial(target);
    const said = { auth_token: target.token, verbose: false, pedantic: false, ...options };
    client.say(`CONNECT ${JSON.stringify(said)}\r\nPING\r\n`);
    await client.hears('PONG');
    client.text = '';
    return client;
  }

  say(text: string | Uint8Array): void {
    this.socket.write(text);
  }

  /** Everything heard so far, once it contains these words. Rejects when the broker hangs up before. */
  async hears(words: string): Promise<string> {
    while (!this.text.includes(words)) {
      if (this.socket.closed) throw new Error(`hung up after "${this.text}"`);
      await new Promise<void>((resolve) => this.watchers.push(resolve));
    }
    return this.text;
  }

  /** All it was told until the broker hung up. */
  async lastWords(): Promise<string> {
    await this.closed;
    return this.text;
  }

  leave(): void {
    this.socket.destroy();
  }

  private add(text: string): void {
    this.text += text;
    this.wake();
  }

  private wake(): void {
    const watchers = this.watchers;
    this.watchers = [];
    watchers.forEach((watcher) => watcher());
  }
}
