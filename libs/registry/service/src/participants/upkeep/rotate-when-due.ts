import type { Upkeeping } from './complete-erasures';

/** An erasure is waited for so long by others, so that one rotation serves them all. */
export const DUE_AFTER_MS = 20 * 3_600_000;

const oldestPending = async ({ vault }: Upkeeping): Promise<Date | undefined> => {
  const cleanSince = await vault.cleanSince();
  let oldest: Date | undefined;
  for await (const { erasedAt } of vault.erasures()) {
    if (cleanSince !== undefined && erasedAt < cleanSince) continue;
    if (oldest === undefined || erasedAt < oldest) oldest = erasedAt;
  }
  return oldest;
};

/** Within 24 hours of an erasure the key-encryption key is replaced, or whoever must do it is told. */
export const rotateWhenDue = async (context: Upkeeping): Promise<'not-due' | 'rotated' | 'operators'> => {
  const pending = await oldestPending(context);
  if (pending === undefined || context.now().getTime() - pending.getTime() < DUE_AFTER_MS) return 'not-due';
  if (context.rotateKeys === undefined) {
    context.log.warn('keys must be rotated: run benkan keys rotate', { since: pending.toISOString() });
    return 'operators';
  }
  const { failed } = await context.rotateKeys();
  if (failed.length > 0)
    context.log.error('keys do not open: the old key is kept', { failed: failed.length });
  return 'rotated';
};
