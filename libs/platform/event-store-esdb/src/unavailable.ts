import { StoreUnavailable } from '@benkan/event-store';

/** The one error of reads and subscriptions, with what caused it. */
export const unavailable = (error: unknown): StoreUnavailable => {
  if (error instanceof StoreUnavailable) return error;
  return Object.assign(new StoreUnavailable(error instanceof Error ? error.message : String(error)), {
    cause: error,
  });
};
