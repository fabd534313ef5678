import type { AppendOutcome, EventStore, EventToAppend, Expected } from './event-store';

/** What befalls one append: it is lost, its reply is lost, it arrives twice, or it ends as said. */
export type Trouble = 'lost' | 'reply-lost' | 'twice' | AppendOutcome;
export type Sent = { readonly stream: string; readonly expected: Expected; readonly ids: readonly string[] };

const unknown: AppendOutcome = { kind: 'unknown', detail: 'no reply' };

/** A store whose appends meet trouble, one after another as `next` says; `sent` tells what was tried. */
export const troubled = (store: EventStore, next: (sent: Sent) => Trouble | undefined) => {
  const sent: Sent[] = [];
  const append = async (stream: string, expected: Expected, events: readonly EventToAppend[]) => {
    const attempt = { stream, expected, ids: events.map(({ id }) => id) };
    sent.push(attempt);
    const trouble = next(attempt);
    if (trouble === 'lost') return unknown;
    if (typeof trouble === 'object') return trouble;
    const outcome = await store.append(stream, expected, events);
    if (trouble === 'twice') return store.append(stream, expected, events);
    return trouble === 'reply-lost' ? unknown : outcome;
  };
  const faulty: EventStore = {
    append,
    read: (stream, options) => store.read(stream, options),
    head: () => store.head(),
    subscribe: (options) => store.subscribe(options),
    close: () => store.close(),
  };
  return { store: faulty, sent };
};

/** The troubles in order, then none. */
export const inOrder = (...troubles: readonly Trouble[]): (() => Trouble | undefined) => {
  const left = [...troubles];
  return () => left.shift();
};
