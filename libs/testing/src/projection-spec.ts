import {
  isAfter,
  type BadCursor,
  type Page,
  type Projection,
  type ViewDocument,
  type ViewEvent,
} from '@benkan/projections';

type Said = { readonly type: string; readonly data: unknown };

/** Facts as the log tells them: one a day, the first at revision 0. */
export const told = (...facts: Said[]): readonly ViewEvent[] =>
  facts.map(({ type, data }, index) => ({
    type,
    data,
    id: `event-${index}`,
    stream: 'any-stream',
    revision: BigInt(index),
    position: { commit: BigInt(100 + index), prepare: BigInt(100 + index) },
    at: new Date(Date.UTC(2025, 0, 1 + index, 10)).toISOString(),
    actor: 'a'.repeat(64),
  }));

export const twice = (events: readonly ViewEvent[]): readonly ViewEvent[] =>
  events.flatMap((event) => [event, event]);

/** The documents after the events, by key; a document never hears again what it has heard. */
export const replay = <View extends object>(
  projection: Projection<View>,
  events: readonly ViewEvent[],
): Readonly<Record<string, View>> => {
  const views = new Map<string, View>();
  const seen = new Map<string, ViewEvent['position']>();
  for (const event of events)
    for (const key of projection.keys(event)) {
      if (!isAfter(event.position, seen.get(key))) continue;
      const view = projection.evolve(views.get(key), event, key);
      seen.set(key, event.position);
      if (view !== undefined) views.set(key, view);
    }
  return Object.fromEntries(views);
};

/** The same documents, as a view store takes them. */
export const documentsAfter = <View extends object>(
  projection: Projection<View>,
  events: readonly ViewEvent[],
): readonly ViewDocument[] =>
  Object.entries(replay(projection, events)).map(([key, view]) => ({
    key,
    position: { commit: 1n, prepare: 1n },
    view,
  }));

type Listed = Page<{ readonly _id: string }> | BadCursor;

/** The keys of a page; `bad-cursor` where there is none. */
export const keysOf = (answer: Listed) =>
  answer.kind === 'page' ? answer.rows.map(({ _id }) => _id) : answer.kind;

/** The keys of a whole list, page after page. */
export const everyKey = async (
  list: (after: string | undefined) => Promise<Listed>,
  after?: string,
): Promise<readonly string[]> => {
  const page = await list(after);
  if (page.kind === 'bad-cursor') throw new Error('our own cursor was refused');
  const keys = page.rows.map(({ _id }) => _id);
  return page.next === undefined ? keys : [...keys, ...(await everyKey(list, page.next))];
};
