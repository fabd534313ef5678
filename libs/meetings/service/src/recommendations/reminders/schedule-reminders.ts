import { Injectable, Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Interval, ScheduleModule, Timeout } from '@nestjs/schedule';

/** Milliseconds after the start: a laptop that is on for an hour a day reminds too. */
const FIRST_MS = 10 * 60_000;

@Module({})
class RemindersModule {}

const scheduled = (everyMs: number, tick: () => Promise<void>): DynamicModule => {
  @Injectable()
  class Reminders {
    @Timeout('first reminders', Math.min(FIRST_MS, everyMs))
    first(): Promise<void> {
      return tick();
    }

    @Interval('reminders', everyMs)
    again(): Promise<void> {
      return tick();
    }
  }
  return { module: RemindersModule, imports: [ScheduleModule.forRoot()], providers: [Reminders] };
};

export type Schedule = {
  /** Resolves when what is under way is done; nothing begins any more. */
  readonly stop: () => Promise<void>;
};

/** Does a work every so many milliseconds, one at a time; what goes wrong is told, and tried the next time. */
export const scheduleReminders = async (
  everyMs: number,
  work: (isStopped: () => boolean) => Promise<void>,
  onTrouble: (error: unknown) => void,
): Promise<Schedule> => {
  let stopped = false;
  let running: Promise<void> | undefined;
  const tick = (): Promise<void> => {
    running ??= work(() => stopped)
      .catch(onTrouble)
      .finally(() => (running = undefined));
    return running;
  };
  const app = await NestFactory.createApplicationContext(scheduled(everyMs, tick), {
    logger: false,
    abortOnError: false,
  });
  return {
    stop: async () => {
      stopped = true;
      await app.close();
      await running;
    },
  };
};
