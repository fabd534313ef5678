import { scheduleReminders } from './schedule-reminders';

const gate = () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
};

describe('the schedule of reminders', () => {
  it('comes back, one at a time, and goes on after trouble', async () => {
    let [running, most, count] = [0, 0, 0];
    const troubles: unknown[] = [];
    const thrice = gate();
    const { stop } = await scheduleReminders(
      5,
      async () => {
        running += 1;
        most = Math.max(most, running);
        count += 1;
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        if (count >= 3) thrice.open();
        throw new Error('no store');
      },
      (error) => troubles.push(error),
    );
    await thrice.opened;
    await stop();
    expect(most).toBe(1);
    expect(troubles.length).toBeGreaterThanOrEqual(3);
  });

  it('stops when what is under way is done', async () => {
    const [begun, go] = [gate(), gate()];
    let done = false;
    const { stop } = await scheduleReminders(
      5,
      async (isStopped) => {
        begun.open();
        await go.opened;
        done = isStopped();
      },
      () => undefined,
    );
    await begun.opened;
    const stopped = stop();
    go.open();
    await stopped;
    expect(done).toBe(true);
  });
});
