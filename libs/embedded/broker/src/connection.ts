import type { Socket } from 'node:net';
import { parseConnect, type ConnectOptions } from './connect-options';
import type { Operation } from './line';
import { Outbox } from './outbox';
import { Parser } from './parser';
import type { Router } from './router';
import { covers, isLiteral, isSubject } from './subject';
import type { Subscription } from './subscriptions';
import { delivery, errorLine, infoLine, noResponders, OK, PING, PONG } from './words';

type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>;

/** What every connection of one broker shares. Sizes in bytes, times in milliseconds. */
export type Shared = {
  readonly router: Router;
  readonly accepts: (token: string) => boolean;
  readonly info: object;
  readonly maxPayload: number;
  readonly maxPending: number;
  readonly maxPingsOut: number;
  readonly connectTimeoutMs: number;
  readonly lingerMs: number;
};

const MAX_CONTROL_LINE = 4096;

/** One client, from INFO to the closed socket. */
export class Connection {
  private readonly parser: Parser;
  private readonly outbox: Outbox;
  private readonly subscriptions = new Map<string, Subscription<Connection>>();
  private readonly connectTimer: NodeJS.Timeout;
  private options: ConnectOptions | undefined;
  private open = true;
  private heard = true;
  private pingsOut = 0;

  constructor(
    private readonly socket: Socket,
    private readonly shared: Shared,
    private readonly id: number,
  ) {
    const { maxPayload, maxPending, connectTimeoutMs } = shared;
    this.parser = new Parser({ maxPayload, maxControlLine: MAX_CONTROL_LINE });
    this.outbox = new Outbox(socket, maxPending, () => this.cut());
    this.connectTimer = setTimeout(() => this.fail('Authentication Timeout'), connectTimeoutMs);
    socket.on('error', () => this.cut());
    socket.on('close', () => this.forget());
    socket.on('data', (chunk) => this.hear(chunk));
    this.outbox.send(infoLine({ ...shared.info, ...this.introduction }));
  }

  get echo(): boolean {
    return this.options?.echo ?? true;
  }

  /** False when it can no longer be handed over. */
  deliver(subscription: Subscription<Connection>, message: Of<'publish'>): boolean {
    if (!this.open) return false;
    this.outbox.send(...delivery(message, subscription.sid, this.options?.headers ?? false));
    subscription.delivered += 1;
    if (subscription.max !== undefined && subscription.delivered >= subscription.max) this.drop(subscription);
    return true;
  }

  /** Asks a silent client whether it is still there; gives up one that did not answer. */
  checkAlive(): void {
    if (this.heard) this.pingsOut = 0;
    this.heard = false;
    if (this.pingsOut >= this.shared.maxPingsOut) return this.fail('Stale Connection');
    this.pingsOut += 1;
    this.outbox.send(PING);
  }

  /** Says that the broker is going, writes what is left, closes. */
  async retire(): Promise<void> {
    const closed = new Promise((resolve) => this.socket.once('close', resolve));
    if (this.socket.closed) return;
    if ((this.options?.protocol ?? 0) >= 1) {
      this.outbox.send(infoLine({ ...this.shared.info, ...this.introduction, ldm: true }));
    }
    this.end();
    await closed;
  }

  private get introduction(): object {
    return { client_id: this.id, client_ip: this.socket.remoteAddress };
  }

  private hear(chunk: Buffer): void {
    if (!this.open) return;
    this.heard = true;
    for (const operation of this.parser.push(chunk)) if (this.open) this.obey(operation);
  }

  private obey(operation: Operation): void {
    if (this.options !== undefined) return this.act(operation, this.options);
    if (operation.kind === 'connect') return this.connect(operation);
    this.fail('Authorization Violation');
  }

  private act(operation: Operation, options: ConnectOptions): void {
    switch (operation.kind) {
      case 'connect':
        return this.connect(operation);
      case 'publish':
        return this.publish(operation, options);
      case 'subscribe':
        return this.subscribe(operation);
      case 'unsubscribe':
        return this.unsubscribe(operation);
      case 'ping':
        return this.outbox.send(PONG);
      case 'nothing':
        return;
      case 'violation':
        return this.fail(operation.reason);
    }
  }

  private connect({ json }: Of<'connect'>): void {
    const options = parseConnect(json);
    if (options === undefined) return this.fail('Unknown Protocol Operation');
    if (!this.shared.accepts(options.token)) return this.fail('Authorization Violation');
    if (options.noResponders && !options.headers) return this.fail('no responders requires headers support');
    clearTimeout(this.connectTimer);
    this.options = options;
    this.acknowledge();
  }

  private publish(message: Of<'publish'>, { pedantic, headers, noResponders: wanted }: ConnectOptions): void {
    if (message.headerBytes !== undefined && !headers) return this.fail('Message Headers Not Supported');
    if (pedantic && !isLiteral(message.subject)) this.complain('Invalid Publish Subject');
    this.acknowledge();
    const heard = this.shared.router.route(this, message);
    if (heard === 0 && wanted && message.reply !== undefined) this.tellNobody(message.reply);
  }

  private tellNobody(reply: string): void {
    for (const { subject, sid } of this.subscriptions.values()) {
      if (covers(subject, reply)) return this.outbox.send(noResponders(reply, sid));
    }
  }

  private subscribe({ subject, queue, sid }: Of<'subscribe'>): void {
    if (!isSubject(subject)) return this.complain('Invalid Subject');
    if (!this.subscriptions.has(sid)) {
      const subscription = { owner: this, subject, queue, sid, delivered: 0, max: undefined };
      this.subscriptions.set(sid, subscription);
      this.shared.router.subscriptions.add(subscription);
    }
    this.acknowledge();
  }

  private unsubscribe({ sid, max }: Of<'unsubscribe'>): void {
    const subscription = this.subscriptions.get(sid);
    if (subscription && max !== undefined && max > subscription.delivered) subscription.max = max;
    else if (subscription) this.drop(subscription);
    this.acknowledge();
  }

  private drop(subscription: Subscription<Connection>): void {
    this.subscriptions.delete(subscription.sid);
    this.shared.router.subscriptions.remove(subscription);
  }

  private acknowledge(): void {
    if (this.options?.verbose) this.outbox.send(OK);
  }

  private complain(reason: string): void {
    this.outbox.send(errorLine(reason));
  }

  private fail(reason: string): void {
    this.complain(reason);
    this.end();
  }

  // what still arrives is thrown away: closing on unread bytes would reset the connection and lose the last words
  private end(): void {
    this.forget();
    this.outbox.flush();
    this.socket.end();
    setTimeout(() => this.cut(), this.shared.lingerMs).unref();
  }

  private cut(): void {
    this.forget();
    this.socket.destroy();
  }

  private forget(): void {
    this.open = false;
    clearTimeout(this.connectTimer);
    for (const subscription of this.subscriptions.values()) this.drop(subscription);
  }
}
