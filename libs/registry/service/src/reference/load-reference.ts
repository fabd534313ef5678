import type { Doorkeeper } from '@benkan/doors';
import { coreReference, inWaves, type ReferenceUnit } from './reference-units';
import { registering, type ReferenceDoors, type Registered } from './register-reference';

const goesOn = ({ key }: ReferenceUnit, registered: Registered, { log }: Doorkeeper): boolean => {
  if (registered.kind === 'registered') return true;
  const { kind, code } = registered;
  if (kind === 'failed') throw new Error(`reference unit ${key}: ${code}`);
  if (kind === 'apart') log.warn('a reference unit was told otherwise', { key, code });
  else log.warn('the reference territory waits for the next start', { code });
  return kind === 'apart';
};

/**
 * Registers the country, its régions, the District and Bamako's communes, each once and for ever: the same commands at
 * every start. What cannot be written now is at the next start. Throws where the store itself fails.
 */
export const loadReference = async (doors: ReferenceDoors, doorkeeper: Doorkeeper): Promise<void> => {
  const { edition, units } = coreReference;
  const register = registering(doors, doorkeeper, edition);
  for (const wave of inWaves(units)) {
    const told = await Promise.all(wave.map(async (unit) => ({ unit, ...(await register(unit)) })));
    for (const { unit, ...registered } of told) if (!goesOn(unit, registered, doorkeeper)) return;
  }
};
