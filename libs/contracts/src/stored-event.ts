import type { z } from 'zod';

/** One version of one stored event type. The newest version carries no upcaster; older ones name the step to the next. */
export type StoredEvent<Type extends string = string, Data extends z.ZodType = z.ZodType> = {
  readonly type: Type;
  readonly version: number;
  readonly data: Data;
  readonly upcast?: (data: unknown) => unknown;
};

export const defineEvent = <const Type extends string, Data extends z.ZodType>(
  type: Type,
  version: number,
  data: Data,
): StoredEvent<Type, Data> => ({ type, version, data });

export type FactOf<E> =
  E extends StoredEvent<infer Type, infer Data>
    ? { readonly type: Type; readonly data: z.infer<Data> }
    : never;

export type UnreadableReason = 'unknown-type' | 'newer-version' | 'invalid-data';

export type Decoded<F> =
  | { readonly kind: 'fact'; readonly fact: F }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

/** Reads stored events of a list: finds the version, checks the data, lifts old versions to the newest. */
export const eventReader = <const Events extends readonly StoredEvent[]>(events: Events) => {
  const byType = new Map<string, Map<number, StoredEvent>>();
  for (const event of events)
    byType.set(event.type, (byType.get(event.type) ?? new Map()).set(event.version, event));

  return (type: string, version: number, data: unknown): Decoded<FactOf<Events[number]>> => {
    const versions = byType.get(type);
    if (versions === undefined) return { kind: 'unreadable', reason: 'unknown-type' };
    const stored = versions.get(version);
    if (stored === undefined) return { kind: 'unreadable', reason: 'newer-version' };
    const lifted = lift(versions, stored, data);
    if (!lifted.success) return { kind: 'unreadable', reason: 'invalid-data' };
    return { kind: 'fact', fact: { type, data: lifted.data } as FactOf<Events[number]> };
  };
};

const INVALID = { success: false } as const;

/** Checks the data at every version on the way to the newest. */
const lift = (
  versions: ReadonlyMap<number, StoredEvent>,
  { data: schema, version, upcast }: StoredEvent,
  data: unknown,
): { readonly success: true; readonly data: unknown } | typeof INVALID => {
  const parsed = schema.safeParse(data);
  if (!parsed.success) return INVALID;
  if (upcast === undefined) return { success: true, data: parsed.data };
  const next = versions.get(version + 1);
  if (next === undefined) return INVALID;
  try {
    return lift(versions, next, upcast(parsed.data));
  } catch {
    return INVALID;
  }
};
