import { decodeReply, fault, type Reply } from '@benkan/messaging';
import { ClientNats } from '@nestjs/microservices';
import type { Msg, NatsConnection } from 'nats';
import { Subject } from 'rxjs';
import { connectPatiently, type NatsAddress } from './connecting';
import { subjectOf } from './subject';

type Packet = Parameters<ClientNats['createSubscriptionHandler']>[0];
type Callback = Parameters<ClientNats['createSubscriptionHandler']>[1];

const replyIn = (message: Pick<Msg, 'data' | 'headers'>): Reply =>
  message.data.length === 0 && message.headers?.code === 503
    ? fault('unavailable')
    : decodeReply(message.data);

/** Nest's client, speaking our envelope instead of its own and telling when the connection is gone. */
export class AskingClient extends ClientNats {
  /** Fires when answers under way can no longer be expected. */
  readonly lost = new Subject<void>();
  private readonly leaving = new AbortController();
  private reachable = false;

  constructor(private readonly address: NatsAddress) {
    super({ serializer: { serialize: ({ data }: { data: Uint8Array }) => ({ data }) } });
    this.status.subscribe((status) => this.note(status === 'connected'));
  }

  get connected(): boolean {
    return this.reachable;
  }

  override createClient(): Promise<Record<string, unknown> & NatsConnection> {
    return connectPatiently(this.address, this.leaving.signal) as Promise<
      Record<string, unknown> & NatsConnection
    >;
  }

  override createSubscriptionHandler(_packet: Packet, callback: Callback) {
    return (error: string | Error | undefined, message: Record<string, unknown>): Promise<void> => {
      const reply = error ? fault('unavailable') : replyIn(message as unknown as Msg);
      callback({ response: reply, isDisposed: true });
      return Promise.resolve();
    };
  }

  override async close(): Promise<void> {
    this.leaving.abort();
    this.note(false);
    await super.close();
  }

  protected override normalizePattern(pattern: string): string {
    const subject = subjectOf(pattern);
    if (subject === undefined) throw new TypeError(`"${pattern}" is not a wire name`);
    return subject;
  }

  private note(reachable: boolean): void {
    this.reachable = reachable;
    if (!reachable) this.lost.next();
  }
}
