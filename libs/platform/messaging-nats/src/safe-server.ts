import { setTimeout as wait } from 'node:timers/promises';
import {
  decodeRequest,
  encodeReply,
  Fault,
  fault,
  isReply,
  type Reply,
  type Request,
} from '@benkan/messaging';
import { NatsContext, ServerNats, type MessageHandler } from '@nestjs/microservices';
import type { Msg, NatsConnection, Subscription } from 'nats';
import { firstValueFrom, isObservable } from 'rxjs';
import { connectPatiently, type NatsAddress } from './connecting';
import { InFlight } from './in-flight';
import { nameOf, subjectOf } from './subject';

export type NatsServerOptions = NatsAddress & {
  /** Instances of one service share a queue: each request reaches one of them. */
  readonly queue: string;
  /** Requests under way at once; more are answered `overloaded`. Default 1,000. */
  readonly maxInFlight?: number;
  /** How long closing waits for requests under way, in milliseconds. Default 10,000. */
  readonly drainMs?: number;
};

/**
 * Nest's NATS server, made unkillable. Options alone cannot do it: Nest publishes replies inside an unguarded
 * `nextTick`, so one that is too large, or late on a closed connection, is an unhandled rejection; messages without an
 * id get no answer; closing sleeps a fixed time and then drops what is under way.
 *
 * Handlers are `@MessagePattern('<wire name>')`, are given the whole `Request` and return a `Reply`. Every message with a
 * reply subject is answered exactly once: `malformed`, `expired`, `overloaded`, what the handler says, or `internal`.
 * A message without one is ignored: nobody waits.
 */
export class SafeNatsServer extends ServerNats {
  private readonly leaving = new AbortController();
  private readonly inFlight = new InFlight();
  private connection: NatsConnection | undefined;
  private listening: readonly Subscription[] = [];
  private drained: Promise<void> | undefined;

  constructor(private readonly settings: NatsServerOptions) {
    super({});
  }

  override async createNatsClient(): Promise<NatsConnection> {
    this.connection = await connectPatiently(this.settings, this.leaving.signal);
    return this.connection;
  }

  /** Calls back once the broker knows every subscription. */
  override start(callback: (error?: unknown) => void): void {
    if (!this.connection) return callback(new Error('not connected'));
    this.bindEvents(this.connection);
    this.connection.flush().then(() => callback(), callback);
  }

  override bindEvents(connection: NatsConnection): void {
    const { queue } = this.settings;
    this.listening = [...this.messageHandlers].map(([subject, handler]) =>
      connection.subscribe(subject, {
        queue,
        callback: (error, message) => this.hear(handler, error, message),
      }),
    );
  }

  override addHandler(
    ...[pattern, callback, isEventHandler, extras]: Parameters<ServerNats['addHandler']>
  ): void {
    if (isEventHandler) throw new TypeError(`"${String(pattern)}": only requests are served here`);
    super.addHandler(pattern, callback, isEventHandler, extras);
  }

  /** Takes no new request, lets those under way finish within `drainMs`, and sends their replies. */
  drain(): Promise<void> {
    this.drained ??= this.finish();
    return this.drained;
  }

  override async close(): Promise<void> {
    this.leaving.abort();
    await this.drain();
    await super.close();
  }

  protected override normalizePattern(pattern: string): string {
    const subject = subjectOf(pattern);
    if (subject === undefined) throw new TypeError(`"${pattern}" is not a wire name`);
    return subject;
  }

  private async finish(): Promise<void> {
    const enough = new AbortController();
    const finished = async (): Promise<void> => {
      await Promise.allSettled(this.listening.map((subscription) => subscription.drain()));
      await this.inFlight.idle();
      await this.connection?.flush().catch(() => undefined);
      enough.abort();
    };
    const late = wait(this.settings.drainMs ?? 10_000, undefined, { signal: enough.signal }).catch(
      () => undefined,
    );
    await Promise.race([finished(), late]);
  }

  private hear(handler: MessageHandler, error: Error | null, message: Msg): void {
    if (error) this.logger.error(error);
    else if (message.reply) void this.inFlight.track(() => this.serve(handler, message));
  }

  private async serve(handler: MessageHandler, message: Msg): Promise<void> {
    const reply = await this.answer(handler, message);
    try {
      message.respond(encodeReply(reply));
    } catch (error) {
      this.logger.warn(`a reply of ${nameOf(message.subject)} came too late to be sent: ${String(error)}`);
    }
  }

  private async answer(handler: MessageHandler, message: Msg): Promise<Reply> {
    const request = decodeRequest(message.data);
    if (request === undefined || request.name !== nameOf(message.subject)) return fault('malformed');
    if (request.deadline <= Date.now()) return fault('expired');
    if (this.inFlight.size > (this.settings.maxInFlight ?? 1_000)) return fault('overloaded');
    try {
      return await this.handled(handler, request, message);
    } catch (error) {
      return error instanceof Fault ? fault(error.code, error.message, error.problems) : fault('internal');
    }
  }

  private async handled(handler: MessageHandler, request: Request, message: Msg): Promise<Reply> {
    const result: unknown = await handler(request, new NatsContext([message.subject, message.headers]));
    const reply: unknown = isObservable(result) ? await firstValueFrom(result) : result;
    if (isReply(reply)) return reply;
    this.logger.error(`${request.name} returned something that is no reply`);
    return fault('internal');
  }
}
