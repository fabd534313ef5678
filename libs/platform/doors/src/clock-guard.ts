/** Machines of one cluster may differ by so much, milliseconds. */
const TOLERANCE_MS = 5_000;

export type ClockGuard = {
  /** Hears of the instant of a recorded fact, RFC 3339. */
  readonly seen: (at: string) => void;
  /** The newest instant recorded, while this machine's clock is behind it. */
  readonly behind: () => string | undefined;
};

/** Compares the clock with the newest recorded fact: history must not be continued in its own past. */
export const clockGuard = (now: () => Date, toleranceMs = TOLERANCE_MS): ClockGuard => {
  let newest = Number.NEGATIVE_INFINITY;
  return {
    seen: (at) => {
      const instant = Date.parse(at);
      if (instant > newest) newest = instant;
    },
    behind: () => (now().getTime() + toleranceMs < newest ? new Date(newest).toISOString() : undefined),
  };
};

/** For an operator who has checked that the clock is right and a recorded fact is not. */
export const trustedClock: ClockGuard = { seen: () => undefined, behind: () => undefined };
