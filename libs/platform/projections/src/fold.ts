import { isAfter } from './position';
import { reasonOf, type Keyed } from './incoming';
import type { Projection } from './projection';
import type { ViewDocument } from './view-store';

export type Lookup = { readonly get: (key: string) => ViewDocument | undefined };

/** What an event makes of its documents: all of them, or the reason why none. Those that have seen it are left out. */
export type Folded =
  | { readonly kind: 'moved'; readonly documents: readonly ViewDocument[] }
  | { readonly kind: 'poison'; readonly reason: string };

/** Folds one event; writes nowhere. */
export const foldOne = ({ evolve }: Projection, keyed: Keyed, documents: Lookup): Folded => {
  if (keyed.kind === 'poison') return keyed;
  const { event, keys } = keyed;
  try {
    const moved = keys.flatMap((key): readonly ViewDocument[] => {
      const before = documents.get(key);
      if (before !== undefined && !isAfter(event.position, before.position)) return [];
      const view = evolve(before?.view, event, key);
      return view === undefined ? [] : [{ key, position: event.position, view }];
    });
    return { kind: 'moved', documents: moved };
  } catch (error) {
    return { kind: 'poison', reason: reasonOf(error) };
  }
};
