import type { Route } from '../routes';
import { parametersOf } from '../routes';

type Body = Readonly<Record<string, unknown>>;

const strings = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
};

/** The ids of what a command writes: those of its path, and the one it gives to what it creates. */
const subjectsOf = ({ path }: Route, body: Body): readonly string[] =>
  [...parametersOf(path), 'id'].map((name) => body[name]).filter((value) => typeof value === 'string');

export type Placed = { readonly route: Route; readonly body: Body };

/**
 * For each command, the earlier ones of the batch it waits for: the last that wrote what it writes or speaks of. What
 * does not touch the same thing may overtake. An item that could not be read waits for nothing.
 */
export const earlierOf = (items: readonly (Placed | undefined)[]): readonly (readonly number[])[] => {
  const last = new Map<string, number>();
  return items.map((item, index) => {
    if (item === undefined) return [];
    const subjects = subjectsOf(item.route, item.body);
    const spokenOf = [...subjects, ...strings(item.body)];
    const earlier = spokenOf.flatMap((id) => last.get(id) ?? []);
    for (const subject of subjects) last.set(subject, index);
    return [...new Set(earlier)];
  });
};
