import { cursorTable } from './commands/cursor-table';
import { dispatch } from './commands/dispatch';
import type { Session } from './commands/envelope';
import { damageReport } from './damage';
import { Catalogue } from './store/catalogue';
import { Records } from './store/records';
import { openStore } from './store/store';
import type { Doc } from './values/document';

const SWEEP_KEYS = 2_000;
const IDLE_MS = 10 * 60_000;

export interface EngineOptions {
  readonly folder: string;
  /** an idle cursor is closed after this long; 10 minutes */
  readonly cursorIdleMs?: number;
  /** told one line for each damage met in the stored bytes */
  readonly onDamage?: (line: string) => void;
  /** milliseconds, monotonic */
  readonly now?: () => number;
}

export interface Engine {
  /** Bytes of the reply document; never rejects. */
  answer(command: Doc, connection: number): Promise<Buffer>;
  expireCursors(): void;
  close(): Promise<void>;
}

/** The database itself, without a socket: commands in, reply documents out. */
export const openEngine = ({
  folder,
  cursorIdleMs = IDLE_MS,
  now = () => performance.now(),
  onDamage = () => undefined,
}: EngineOptions): Engine => {
  const report = damageReport(onDamage);
  const store = openStore(folder, report);
  const catalogue = new Catalogue(store);
  const database = { store, catalogue, records: new Records(store, catalogue) };
  const alive: Parameters<typeof cursorTable>[0]['alive'] = (collection) =>
    catalogue.current(collection) !== undefined;
  const cursors = cursorTable({ idleMs: cursorIdleMs, now, alive });
  let sweeping: Promise<void> | undefined;
  let closing = false;

  const sweepAll = async (): Promise<void> => {
    try {
      while (!closing && (await store.write(() => catalogue.sweep(SWEEP_KEYS))));
    } catch {
      // housekeeping: a full disk now, the next drop or start tries again
    }
    sweeping = undefined;
  };
  const sweep = (): void => {
    sweeping ??= sweepAll();
  };
  sweep();

  return {
    answer: (command, connection) => {
      const session: Session = { database, cursors, connection, sweep, report };
      return dispatch(command, session);
    },
    expireCursors: () => cursors.expire(),
    close: async () => {
      closing = true;
      await sweeping;
      await store.close();
    },
  };
};
