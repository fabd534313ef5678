import { inFlight } from './in-flight';

const never = new AbortController().signal;
const settledNow = async (promise: Promise<unknown>): Promise<boolean> => {
  const waiting = Symbol('waiting');
  return (await Promise.race([promise, Promise.resolve(waiting)])) !== waiting;
};

describe('the window of appends in flight', () => {
  it('lets in as many as it holds, and the next one when one leaves', async () => {
    const window = inFlight(2, 1_000);
    const leave = await window.enter(1, never);
    await window.enter(1, never);
    const third = window.enter(1, never);
    expect(await settledNow(third)).toBe(false);
    leave?.();
    expect(await third).toBeDefined();
  });

  it('counts bytes too, and lets one alone in however large it is', async () => {
    const window = inFlight(10, 100);
    const leave = await window.enter(500, never);
    const second = window.enter(1, never);
    expect(await settledNow(second)).toBe(false);
    leave?.();
    expect(await second).toBeDefined();
  });

  it('keeps the order: a small one does not overtake a large one that waits', async () => {
    const window = inFlight(10, 100);
    const leave = await window.enter(60, never);
    const large = window.enter(60, never);
    const small = window.enter(1, never);
    expect(await settledNow(small)).toBe(false);
    leave?.();
    expect(await large).toBeDefined();
    expect(await small).toBeDefined();
  });

  it('gives up when the signal aborts, and lets those behind go on', async () => {
    const window = inFlight(10, 100);
    await window.enter(60, never);
    const patience = new AbortController();
    const large = window.enter(60, patience.signal);
    const small = window.enter(1, never);
    patience.abort();
    expect(await large).toBeUndefined();
    expect(await small).toBeDefined();
    expect(await window.enter(1, AbortSignal.abort())).toBeUndefined();
  });
});
