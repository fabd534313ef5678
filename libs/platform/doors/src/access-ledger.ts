import type { accessDenied, FactOf } from '@benkan/contracts';
import { canonicalJson, type CommandHeader, type Handle } from '@benkan/event-store';
import { accept } from '@benkan/kernel';
import { commandIdOf, derivedId } from '@benkan/messaging';
import type { Log } from '@benkan/observability';
import { pseudonym } from '@benkan/security';
import type { Vault } from '@benkan/vault';
import { randomUUID } from 'node:crypto';
import type { AccessNotes, Denial } from './access-notes';
import { access } from './access-stream';
import { SERVICE } from './asking';

type Denied = FactOf<typeof accessDenied>;
type Counted = { -readonly [Field in keyof Denied['data']]: Denied['data'][Field] };

export type AccessLedgerOptions = {
  readonly handle: Handle;
  readonly vault: Pick<Vault, 'digest'>;
  readonly now: () => Date;
  readonly log: Log;
  /** How long repeats are counted before they are written, milliseconds. */
  readonly everyMs?: number;
  /** Different denials kept at a time; what is beyond is counted by wire name and outcome alone. */
  readonly most?: number;
};

export type AccessLedger = AccessNotes & {
  /** Writes what is counted so far; resolves when it was written, or could not be. */
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * Counts denials and appends them in batches to a stream of its own. An answer never waits for it; a flood costs one
 * event a second for each kind of denial; while the store is away, what is counted is kept, bounded.
 */
export const accessLedger = (options: AccessLedgerOptions): AccessLedger => {
  const { handle, vault, now, log, everyMs = 1_000, most = 200 } = options;
  const process = randomUUID();
  let counted = new Map<string, Counted>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const lineOf = ({ principal, role, name, resourceId, outcome }: Denial, at: string): Counted => ({
    actor:
      principal === undefined ? null : pseudonym(principal, (purpose, text) => vault.digest(purpose, text)),
    role: role ?? null,
    wireName: name,
    resourceId: resourceId ?? null,
    ...{ outcome, count: 1, from: at, to: at },
  });

  const keyOf = ({ actor, role, wireName, resourceId, outcome }: Counted): string =>
    [actor, role, wireName, resourceId, outcome].join('|');

  const add = (line: Counted): void => {
    const found = counted.get(keyOf(line));
    if (found === undefined) {
      const full = counted.size >= most && (line.actor !== null || line.resourceId !== null);
      if (full) add({ ...line, actor: null, role: null, resourceId: null });
      else counted.set(keyOf(line), line);
      return;
    }
    found.count += line.count;
    if (line.to > found.to) found.to = line.to;
    if (line.from < found.from) found.from = line.from;
  };

  const headerOf = (facts: readonly Denied[], at: string): CommandHeader => {
    const commandId = commandIdOf('access-ledger', process, randomUUID());
    return {
      commandId,
      commandHash: vault.digest('command', canonicalJson(facts.map(({ data }) => data)) ?? ''),
      correlationId: commandId,
      causationId: commandId,
      actor: {
        ref: pseudonym(SERVICE, (purpose, text) => vault.digest(purpose, text)),
        role: 'system',
        territory: null,
      },
      at,
    };
  };

  const write = async (): Promise<void> => {
    if (counted.size === 0) return;
    const batch = counted;
    counted = new Map();
    const facts = [...batch.values()].map((data): Denied => ({ type: 'access-denied', data }));
    const at = now().toISOString();
    // a stream a process and day: nobody else appends to it, so nobody waits
    const id = derivedId('access', process, at.slice(0, 10));
    const told = await handle({
      aggregate: access,
      id,
      header: headerOf(facts, at),
      decide: () => accept(...facts),
    });
    if (told.kind === 'recorded') return;
    log.warn('access records wait', { waiting: batch.size });
    for (const line of batch.values()) add(line);
    schedule();
  };

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write).catch(() => log.error('access records were lost'));
    return writing;
  };

  const schedule = (): void => {
    timer ??= setTimeout(() => void flush(), everyMs).unref();
  };

  return {
    denied: (denial) => {
      add(lineOf(denial, now().toISOString()));
      schedule();
    },
    flush,
    close: async () => {
      await flush();
      clearTimeout(timer);
    },
  };
};
