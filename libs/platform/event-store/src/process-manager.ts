import { setTimeout as pause } from 'node:timers/promises';
import { v5 } from 'uuid';
import type { Handled, HandlingFault } from './aggregate';
import type { EventStore, Position, RecordedEvent, SubscriptionItem } from './event-store';

/** Where a process manager keeps how far it is. What `save` has answered survives a crash. */
export type Checkpoint = {
  readonly load: (name: string) => Promise<Position | undefined>;
  readonly save: (name: string, position: Position) => Promise<void>;
};

/** The identity of a command that an event caused: the same each time the event is delivered. */
export type Cause = {
  readonly commandId: string;
  readonly causationId: string;
  readonly correlationId: string;
};

/** One command of a reaction. Builds its header from the cause and handles it. */
export type Step = (cause: Cause) => Promise<Handled>;

export type Refused = Extract<Handled, { kind: 'refused' }>;
export type Parked = { readonly event: RecordedEvent; readonly reason: string };

export type ProcessManagerOptions = {
  /** Part of the identity of its commands and the key of its checkpoint: never changed. */
  readonly name: string;
  readonly store: EventStore;
  readonly checkpoint: Checkpoint;
  /** The commands an event causes, in order; the same for the same event. */
  readonly react: (event: RecordedEvent) => readonly Step[] | Promise<readonly Step[]>;
  /** A refusal is an answer: it is told here and the next step follows. */
  readonly onRefused: (event: RecordedEvent, refusal: Refused) => void | Promise<void>;
  /** An event that fails by itself is told here and passed by. Where this throws, it is not passed. */
  readonly onParked: (parked: Parked) => void | Promise<void>;
  /** Told before each wait. */
  readonly onWaiting?: (reason: string) => void;
  /** How often an event that fails by itself is tried. Default 3. */
  readonly maxAttempts?: number;
};

// what passes when the store is well again; everything else would fail for ever
const PASSING: ReadonlySet<HandlingFault> = new Set(['unavailable', 'conflict', 'storage-full']);
const MARK_EVERY = 500;

class Waiting extends Error {}

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const isAway = (error: unknown): boolean =>
  error instanceof Waiting || (error instanceof Error && 'code' in error && error.code === 'unavailable');

const correlationOf = ({ id, metadata }: RecordedEvent): string => {
  const said: unknown =
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, '$correlationId') : undefined;
  return typeof said === 'string' ? said : id;
};

const rest = (n: number, signal: AbortSignal): Promise<void> =>
  pause(Math.random() * Math.min(5_000, 10 * 2 ** n), undefined, { signal }).catch(() => undefined);

/** Runs every step of an event. Throws `Waiting` for what passes, another error for what is wrong with the event. */
const reacting =
  ({ name, react, onRefused }: ProcessManagerOptions) =>
  async (event: RecordedEvent): Promise<number> => {
    const steps = await react(event);
    for (const [index, step] of steps.entries()) {
      const commandId = v5(`${name}|${index}`, event.id);
      const told = await step({ commandId, causationId: event.id, correlationId: correlationOf(event) });
      if (told.kind === 'refused') await onRefused(event, told);
      if (told.kind !== 'fault') continue;
      const detail = `${told.code}: ${told.detail}`;
      throw PASSING.has(told.code) ? new Waiting(detail) : new TypeError(detail);
    }
    return steps.length;
  };

/**
 * A step over two streams: reacts to every event with commands whose ids derive from it, so that delivering it again,
 * after a crash or by another instance, changes nothing.
 *
 * Events are taken one at a time, in order. While the store is away it waits, however long, and goes on at its durable
 * checkpoint. An event that fails by itself is tried `maxAttempts` times, then parked; those after it go on.
 */
export const processManager = (options: ProcessManagerOptions) => {
  const { name, store, checkpoint, onParked, onWaiting, maxAttempts = 3 } = options;
  const runSteps = reacting(options);

  const passed = async (event: RecordedEvent, signal: AbortSignal): Promise<number> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await runSteps(event);
      } catch (error) {
        if (isAway(error)) throw error;
        if (attempt >= maxAttempts) {
          await onParked({ event, reason: detailOf(error) });
          return 1;
        }
        onWaiting?.(detailOf(error));
        await rest(attempt, signal);
        if (signal.aborted) throw error;
      }
    }
  };

  /** One subscription, from the durable checkpoint until it breaks or the signal aborts. */
  const follow = async (signal: AbortSignal, onProgress: () => void): Promise<void> => {
    const from = await checkpoint.load(name);
    let reached: Position | undefined;
    let unsaved = 0;
    const save = async (): Promise<void> => {
      if (reached !== undefined && unsaved > 0) await checkpoint.save(name, reached);
      unsaved = 0;
    };
    const take = async (item: SubscriptionItem): Promise<void> => {
      if (item.kind === 'caught-up') return save();
      const acted = item.kind === 'event' ? await passed(item.event, signal) : 0;
      reached = item.kind === 'event' ? item.event.position : item.position;
      unsaved += 1;
      if (acted > 0 || unsaved >= MARK_EVERY) await save();
    };
    for await (const item of store.subscribe({ signal, ...(from && { from }) })) {
      if (signal.aborted) return;
      await take(item);
      onProgress();
    }
  };

  return {
    /** Resolves when the signal has aborted. Never rejects. */
    async run(signal: AbortSignal): Promise<void> {
      for (let failures = 0; !signal.aborted; failures += 1) {
        try {
          await follow(signal, () => (failures = 0));
        } catch (error) {
          if (signal.aborted) return;
          onWaiting?.(detailOf(error));
        }
        await rest(failures, signal);
      }
    },
  };
};
