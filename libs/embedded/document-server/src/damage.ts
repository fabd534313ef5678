import { ServerFault } from './faults';

const REMEMBERED = 1_000;
const DAMAGED = 301;

/** Told each error that is met; says one line of each damage among them, once. */
export type DamageReport = (error: unknown) => void;

/** Tells each damage once, however often it is met. */
export const damageReport = (tell: (line: string) => void): DamageReport => {
  const told = new Set<string>();
  return (error) => {
    if (!(error instanceof ServerFault) || error.code !== DAMAGED) return;
    if (told.has(error.message) || told.size >= REMEMBERED) return;
    told.add(error.message);
    tell(error.message);
  };
};
