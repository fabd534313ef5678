import { errorFields } from '@benkan/observability';
import { completeErasures, type Upkeeping } from './complete-erasures';
import { rotateWhenDue } from './rotate-when-due';
import { sweep } from './sweep';

export type { Upkeeping } from './complete-erasures';
export { completeErasures, rotateWhenDue, sweep };

const HOUR_MS = 3_600_000;
const SWEEP_EVERY = 24;

/** What must happen to personal data without anybody asking: every hour, and `also` with it; the sweep once a day. */
export const participantUpkeep = (context: Upkeeping, also?: () => Promise<void>) => {
  let swept = new Date(0);
  let hours = 0;
  let working: Promise<void> = Promise.resolve();

  const round = async (): Promise<void> => {
    const completed = await completeErasures(context);
    if (completed > 0) context.log.warn('erasures completed', { completed });
    await also?.();
    await rotateWhenDue(context);
    if (hours % SWEEP_EVERY === 0) {
      const { upTo, people, texts } = await sweep(context, swept);
      swept = upTo;
      if (people + texts > 0) context.log.warn('sealed without an event, removed', { people, texts });
    }
    hours += 1;
  };

  const work = (): Promise<void> =>
    (working = working
      .then(round)
      .catch((error: unknown) => context.log.warn('upkeep waits', errorFields(error))));

  const timer = setInterval(() => void work(), HOUR_MS);
  timer.unref();
  return {
    /** One round now, after those under way. */
    work,
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await working;
    },
  };
};
