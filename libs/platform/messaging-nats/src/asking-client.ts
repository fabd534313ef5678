import { decodeReply, fault, type Reply } from '@benkan/messaging';
import { Logger } from '@nestjs/common';
import { createInbox, Events, NatsError, type Msg, type NatsConnection } from 'nats';
import { connectPatiently, type NatsAddress } from './connecting';

type Settle = (reply: Reply) => void;

const gone = fault('unavailable');

const replyIn = ({ data, headers }: Msg): Reply =>
  data.length === 0 && headers?.code === 503 ? gone : decodeReply(data);

const faultOf = (error: unknown): Reply =>
  error instanceof NatsError && error.code === 'MAX_PAYLOAD_EXCEEDED' ? fault('too-large') : gone;

/**
 * Publishes requests and pairs them with their replies. One inbox serves all: Nest's own client subscribes and
 * unsubscribes for every request, which costs the broker two more commands each. Tells those who wait when the
 * connection is gone.
 */
export class AskingClient {
  private readonly leaving = new AbortController();
  private readonly inbox = createInbox();
  private readonly waiting = new Map<string, Settle>();
  private readonly connecting: Promise<NatsConnection>;
  private reachable = false;
  private asked = 0;

  constructor(address: NatsAddress) {
    this.connecting = connectPatiently(address, this.leaving.signal).then((connection) =>
      this.listen(connection),
    );
    this.connecting.catch((error: unknown) => this.neverConnected(error));
  }

  get connected(): boolean {
    return this.reachable;
  }

  /** Never rejects. `waitMs` is at most 2^31 - 1. */
  ask(subject: string, bytes: Uint8Array, waitMs: number): Promise<Reply> {
    return new Promise((resolve) => {
      const token = (this.asked += 1).toString(36);
      const late = setTimeout(() => settle(fault(this.reachable ? 'timeout' : 'unavailable')), waitMs);
      const settle: Settle = (reply) => {
        clearTimeout(late);
        this.waiting.delete(token);
        resolve(reply);
      };
      this.waiting.set(token, settle);
      this.send(subject, bytes, token).catch((error: unknown) => settle(faultOf(error)));
    });
  }

  async close(): Promise<void> {
    this.leaving.abort();
    this.lose();
    const connection = await this.connecting.catch(() => undefined);
    await connection?.close();
  }

  // what is asked before the first connection waits for it; later, a lost one is an answer
  private async send(subject: string, bytes: Uint8Array, token: string): Promise<void> {
    const connection = await this.connecting;
    if (!this.reachable) return this.waiting.get(token)?.(gone);
    if (this.waiting.has(token)) connection.publish(subject, bytes, { reply: `${this.inbox}.${token}` });
  }

  private listen(connection: NatsConnection): NatsConnection {
    connection.subscribe(`${this.inbox}.*`, {
      callback: (error, message) => {
        if (error === null)
          this.waiting.get(message.subject.slice(this.inbox.length + 1))?.(replyIn(message));
      },
    });
    this.reachable = !this.leaving.signal.aborted;
    void this.watch(connection);
    return connection;
  }

  private async watch(connection: NatsConnection): Promise<void> {
    for await (const { type } of connection.status()) {
      if (type === Events.Disconnect) this.lose();
      if (type === Events.Reconnect) this.reachable = !this.leaving.signal.aborted;
    }
    this.lose();
  }

  private lose(): void {
    this.reachable = false;
    for (const settle of [...this.waiting.values()]) settle(gone);
  }

  private neverConnected(error: unknown): void {
    if (!this.leaving.signal.aborted) new Logger('Messaging').error(`not connected: ${String(error)}`);
    this.lose();
  }
}
