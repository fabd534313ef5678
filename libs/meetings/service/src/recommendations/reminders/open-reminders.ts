import { errorFields } from '@benkan/observability';
import { awaitedRecommendations } from '@benkan/meetings-read-model';
import type { Notifier } from '@benkan/notifier';
import type { MeetingsContext } from '../../context';
import { remind, type Reminding } from './remind';
import { scheduleReminders, type Schedule } from './schedule-reminders';

/** How often, in milliseconds, and which way; an app chooses. */
export type RemindersOptions = { readonly everyMs: number; readonly notifier: Notifier };

/** Reminds of recommendations for as long as the service runs; nothing where no app asks for it. */
export const openReminders = async (
  context: MeetingsContext,
  options: RemindersOptions | undefined,
): Promise<Schedule> => {
  if (options === undefined) return { stop: () => Promise.resolve() };
  const { notifier, everyMs } = options;
  const awaited: Reminding['awaited'] = (batch) =>
    awaitedRecommendations(context.recommendations.current(), batch);
  const { stop } = await scheduleReminders(
    everyMs,
    (isStopped) => remind({ ...context, awaited, notifier }, isStopped),
    (error) => context.log.warn('reminders wait', errorFields(error)),
  );
  return {
    stop: async () => {
      await stop();
      await notifier.close();
    },
  };
};
