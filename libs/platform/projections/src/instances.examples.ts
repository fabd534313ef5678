import type { EventStore } from '@benkan/event-store';
import { follow } from './follow';
import type { FollowOptions, Following } from './following';
import type { InMemoryViews } from './in-memory';
import { both, read } from './ledger.examples';
import type { ViewStore } from './view-store';

/** What may hold an instance up at its views, until it goes on. */
export const holding = () => {
  let going = Promise.resolve();
  let goOn: () => void = () => undefined;
  return {
    passed: () => going,
    hold: () => {
      going = new Promise((resolve) => (goOn = resolve));
    },
    goOn: () => goOn(),
  };
};

export type Written = { readonly by: string; readonly owner: string | null; readonly what: string };

const WRITES = ['save', 'saveCheckpoint', 'park'] as const;
const GATED = ['load', 'slices', 'changeSlices', 'checkpoints'] as const;

/** Views as one instance has them: every write is noted with who owns the slice when it arrives. */
export const viewsOf = (
  views: InMemoryViews,
  name: string,
  { passed }: Pick<ReturnType<typeof holding>, 'passed'>,
): { readonly views: ViewStore; readonly written: readonly Written[] } => {
  const written: Written[] = [];
  const sliceIn = (first: unknown): string =>
    (typeof first === 'string' ? first : String(Reflect.get(Object(first), 'generation'))).replace(
      /__g\d+$/,
      '',
    );
  const own: ViewStore = { ...views };
  for (const what of WRITES) {
    const done: (...given: never[]) => Promise<unknown> = views[what];
    const noted = async (...given: never[]) => {
      const record = (await views.slices()).find(({ slice }) => slice === sliceIn(given[0]));
      written.push({ by: name, owner: record?.owner ?? null, what });
      return done(...given);
    };
    Object.assign(own, { [what]: noted });
  }
  for (const what of GATED) {
    const done: (...given: never[]) => Promise<unknown> = views[what];
    Object.assign(own, { [what]: (...given: never[]) => passed().then(() => done(...given)) });
  }
  return { views: own, written };
};

export const TTL_MS = 400;

export type Instance = Following & {
  readonly written: readonly Written[];
  readonly hold: () => void;
  readonly goOn: () => void;
  readonly troubles: readonly unknown[];
};

/** One of several instances of a service. */
export const instance = async (
  store: EventStore,
  views: InMemoryViews,
  name: string,
  more: Partial<FollowOptions> = {},
): Promise<Instance> => {
  const gate = holding();
  const { views: own, written } = viewsOf(views, name, gate);
  const troubles: unknown[] = [];
  const following = await follow({
    ...{ store, views: own, projections: both, read, aggregates: ['account'] },
    lease: { owner: name, ttlMs: TTL_MS, isGone: () => false },
    onTrouble: (_what, error) => void troubles.push(error),
    ...more,
  });
  return { ...following, written, hold: gate.hold, goOn: gate.goOn, troubles };
};

/** Resolves once something is so; looked at again and again. */
export const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
};
