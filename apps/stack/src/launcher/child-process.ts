import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { CannotStart } from '@benkan/laptop';
import { aborted, Interrupted } from '../interruption';
import type { Answer, Damaged, Order } from '../messages';

export type Child = {
  readonly tell: (order: Order) => void;
  /** Hears of each store that was found damaged, those of before too. */
  readonly onDamaged: (hear: (damaged: Damaged) => void) => void;
  readonly pid: number;
  /** Resolves when the process is gone, with how it went. */
  readonly gone: Promise<string>;
  readonly rssBytes: () => Promise<number>;
  /** Asks it to stop; kills it when it has not after `milliseconds`. */
  readonly stop: (milliseconds: number) => Promise<void>;
};

const answerOf = <Kind extends Answer['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<Answer, { kind: Kind }>> =>
  new Promise((resolve) => {
    const listen = (answer: Answer) => {
      if (answer.kind !== kind) return;
      child.off('message', listen);
      resolve(answer as Extract<Answer, { kind: Kind }>);
    };
    child.on('message', listen);
  });

/** Hears of damage from the beginning, whenever somebody begins to ask. */
const damageOf = (child: ChildProcess): Child['onDamaged'] => {
  const stores = new Set<string>();
  const hearers = new Set<(damaged: Damaged) => void>();
  child.on('message', (answer: Answer) => {
    if (answer.kind !== 'damaged' || stores.has(answer.store)) return;
    stores.add(answer.store);
    for (const hear of hearers) hear(answer);
  });
  return (hear) => {
    hearers.add(hear);
    for (const store of stores) hear({ kind: 'damaged', store });
  };
};

const afterwards = (milliseconds: number, then: () => void) => {
  const timer = setTimeout(then, milliseconds);
  timer.unref();
  return timer;
};

// who is already leaving hears nothing, and that is no error
const tell = (process: ChildProcess, order: Order): void => {
  if (process.connected) process.send(order, () => undefined);
};

const STARTING_STOPS_MS = 1_500;

const stopping =
  (process: ChildProcess, gone: Promise<string>): Child['stop'] =>
  async (milliseconds) => {
    tell(process, { kind: 'stop' });
    const timer = afterwards(milliseconds, () => process.kill('SIGKILL'));
    await gone;
    clearTimeout(timer);
  };

/** Starts a child, gives it its order and waits until it is ready. Throws `Interrupted` when the signal says so. */
export const startChild = async <Ready extends Answer>(
  name: 'servers' | 'services',
  order: Order,
  signal: AbortSignal,
): Promise<{ readonly child: Child; readonly ready: Ready }> => {
  const process = fork(join(__dirname, '..', name, 'main.js'), [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = new Promise<string>((resolve) => {
    process.once('exit', (code, killedBy) => resolve(killedBy ?? `status ${code ?? 'unknown'}`));
  });
  const stop = stopping(process, gone);
  const onDamaged = damageOf(process);
  tell(process, order);
  const outcome = await Promise.race([
    answerOf(process, 'ready').then((ready) => ({ ready: ready as unknown as Ready })),
    answerOf(process, 'failed').then(({ reason }) => ({ fault: new CannotStart(reason) })),
    gone.then((how) => ({ fault: new CannotStart(`the ${name} ended before they were ready (${how})`) })),
    aborted(signal).then(() => ({ fault: new Interrupted() })),
  ]);
  if ('fault' in outcome) {
    await stop(STARTING_STOPS_MS);
    throw outcome.fault;
  }
  const child: Child = {
    pid: process.pid ?? 0,
    gone,
    stop,
    onDamaged,
    tell: (said) => tell(process, said),
    rssBytes: async () => {
      const answer = answerOf(process, 'memory');
      tell(process, { kind: 'memory' });
      return (await answer).rssBytes;
    },
  };
  return { child, ready: outcome.ready };
};
