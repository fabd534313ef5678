/** Someone's wish for messages. `max` ends it after that many. */
export type Subscription<Owner> = {
  readonly owner: Owner;
  readonly subject: string;
  readonly queue: string | undefined;
  readonly sid: string;
  delivered: number;
  max: number | undefined;
};

export type Match<Owner> = {
  /** Each gets the message. */
  readonly plain: readonly Subscription<Owner>[];
  /** Of each group, one member gets the message. */
  readonly groups: ReadonlyMap<string, readonly Subscription<Owner>[]>;
};

type Node<Owner> = { readonly children: Map<string, Node<Owner>>; readonly here: Set<Subscription<Owner>> };

const node = <Owner>(): Node<Owner> => ({ children: new Map(), here: new Set() });

type Take<Owner> = (found: Subscription<Owner>) => void;

const visit = <Owner>(
  { children, here }: Node<Owner>,
  tokens: readonly string[],
  at: number,
  take: Take<Owner>,
): void => {
  const token = tokens[at];
  if (token === undefined) return here.forEach(take);
  children.get('>')?.here.forEach(take);
  const any = children.get('*');
  if (any !== undefined) visit(any, tokens, at + 1, take);
  // a published star or angle is a name like any other: only wildcards cover it
  const named = token === '*' || token === '>' ? undefined : children.get(token);
  if (named !== undefined) visit(named, tokens, at + 1, take);
};

/** All subscriptions, as a tree of subject tokens. Empty branches are cut: every request brings a new inbox. */
export class Subscriptions<Owner> {
  private readonly root = node<Owner>();

  add(subscription: Subscription<Owner>): void {
    let place = this.root;
    for (const token of subscription.subject.split('.')) {
      const next = place.children.get(token) ?? node<Owner>();
      place.children.set(token, next);
      place = next;
    }
    place.here.add(subscription);
  }

  remove(subscription: Subscription<Owner>): void {
    this.cut(this.root, subscription.subject.split('.'), subscription);
  }

  /** Those whose subject covers the published one. */
  match(subject: string): Match<Owner> {
    const plain: Subscription<Owner>[] = [];
    const groups = new Map<string, Subscription<Owner>[]>();
    const take = (found: Subscription<Owner>): void => {
      if (found.queue === undefined) return void plain.push(found);
      const group = groups.get(found.queue);
      if (group === undefined) groups.set(found.queue, [found]);
      else group.push(found);
    };
    const tokens = subject.split('.');
    if (!tokens.includes('')) visit(this.root, tokens, 0, take);
    return { plain, groups };
  }

  get isEmpty(): boolean {
    return this.root.children.size === 0;
  }

  private cut(place: Node<Owner>, [token, ...rest]: readonly string[], gone: Subscription<Owner>): void {
    if (token === undefined) return void place.here.delete(gone);
    const child = place.children.get(token);
    if (child === undefined) return;
    this.cut(child, rest, gone);
    if (child.children.size === 0 && child.here.size === 0) place.children.delete(token);
  }
}
