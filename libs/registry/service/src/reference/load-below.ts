import { setTimeout as pause } from 'node:timers/promises';
import type { Doorkeeper } from '@benkan/doors';
import type { EventStore } from '@benkan/event-store';
import { errorFields } from '@benkan/observability';
import type { Vault } from '@benkan/vault';
import { isLoaded, markLoaded } from './marker';
import { coreReference, inWaves, unitsBelow, type ReferenceUnit } from './reference-units';
import { registering, type Registered, type ReferenceDoors } from './register-reference';

export type LoadBelow = {
  readonly doors: ReferenceDoors;
  readonly doorkeeper: Doorkeeper;
  readonly store: EventStore;
  readonly vault: Vault;
  /** Aborts when the service stops; what is missing is registered at the next start. */
  readonly signal: AbortSignal;
};

// few enough that whoever works meanwhile hardly notices
const LANES = 2;
const ATTEMPTS = 6;

type Register = (unit: ReferenceUnit) => Promise<Registered>;

/** A store that is away for a moment is asked again. */
const patiently =
  (register: Register, signal: AbortSignal): Register =>
  async (unit) => {
    let registered = await register(unit);
    for (let n = 1; registered.kind === 'failed' && n < ATTEMPTS && !signal.aborted; n += 1) {
      await pause(250 * 2 ** n, undefined, { signal }).catch(() => undefined);
      registered = await register(unit);
    }
    return registered;
  };

/** Each unit once, so many at a time; ends early with the code that stands in the way. */
const allOf = async (
  units: readonly ReferenceUnit[],
  register: Register,
  { signal, doorkeeper: { log } }: LoadBelow,
): Promise<string | undefined> => {
  const waiting = [...units];
  let stopped: string | undefined;
  const lane = async (): Promise<void> => {
    for (let unit = waiting.shift(); unit !== undefined; unit = waiting.shift()) {
      if (signal.aborted) stopped = 'stopping';
      if (stopped !== undefined) return;
      const registered = await register(unit);
      if (registered.kind === 'registered') continue;
      if (registered.kind === 'apart')
        log.warn('a reference unit was told otherwise', { key: unit.key, code: registered.code });
      else stopped = registered.code;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return stopped;
};

/**
 * Registers cercles, communes and quartiers once an edition, in the background: many commands whose identity is their
 * key, so that a start after a crash goes on where it was. An edition loaded to its end is marked by a reservation and
 * costs later starts one read. Never throws.
 */
export const loadBelow = async (load: LoadBelow): Promise<void> => {
  const { log } = load.doorkeeper;
  try {
    const { edition } = coreReference;
    if (await isLoaded(load, edition)) return;
    const units = await unitsBelow();
    const began = load.doorkeeper.now().getTime();
    const register = patiently(registering(load.doors, load.doorkeeper, edition), load.signal);
    for (const wave of inWaves(units)) {
      const stopped = await allOf(wave, register, load);
      if (stopped !== undefined) return log.warn('the reference territory waits', { code: stopped });
    }
    await markLoaded(load, edition, load.doorkeeper.now());
    const seconds = (load.doorkeeper.now().getTime() - began) / 1_000;
    log.info('the reference territory is loaded', { edition, units: units.length, seconds });
  } catch (error) {
    log.warn('the reference territory waits', errorFields(error));
  }
};
