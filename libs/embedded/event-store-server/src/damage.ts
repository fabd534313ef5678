import { ServerFault } from './server-fault';

const REMEMBERED = 1_000;

// what the database itself says of pages it cannot follow
const PAGE_FAULTS: ReadonlySet<unknown> = new Set([-30797, -30796, -30793]);

/** The same error, as `record-corrupted` when it is the database's own word for damage. */
export const damageIn = (error: unknown): unknown => {
  if (!(error instanceof Error) || !('code' in error) || !PAGE_FAULTS.has(error.code)) return error;
  return new ServerFault('record-corrupted', error.message);
};

/** Tells each damage once, however often it is met. */
export const damageReport = (tell: (line: string) => void): ((error: unknown) => void) => {
  const told = new Set<string>();
  return (error) => {
    if (!(error instanceof ServerFault) || error.code !== 'record-corrupted') return;
    if (told.has(error.message) || told.size >= REMEMBERED) return;
    told.add(error.message);
    tell(error.message);
  };
};
