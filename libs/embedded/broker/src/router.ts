import { randomInt } from 'node:crypto';
import type { Connection } from './connection';
import type { Operation } from './line';
import { Subscriptions, type Subscription } from './subscriptions';

type Message = Extract<Operation, { kind: 'publish' }>;

/** Who hears what: every plain subscription, one random member of each queue group. */
export class Router {
  readonly subscriptions = new Subscriptions<Connection>();

  /** How many got it. */
  route(from: Connection, message: Message): number {
    const { plain, groups } = this.subscriptions.match(message.subject);
    let count = 0;
    for (const subscription of plain) if (this.hand(from, subscription, message)) count += 1;
    for (const members of groups.values()) if (this.handToOne(from, members, message)) count += 1;
    return count;
  }

  private handToOne(
    from: Connection,
    members: readonly Subscription<Connection>[],
    message: Message,
  ): boolean {
    const first = members.length === 1 ? 0 : randomInt(members.length);
    const order = [...members.slice(first), ...members.slice(0, first)];
    return order.some((member) => this.hand(from, member, message));
  }

  private hand(from: Connection, subscription: Subscription<Connection>, message: Message): boolean {
    const { owner } = subscription;
    return (owner !== from || from.echo) && owner.deliver(subscription, message);
  }
}
