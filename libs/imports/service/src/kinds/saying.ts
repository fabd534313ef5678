import type { CommandContract } from '@benkan/contracts';
import type { Tell } from '@benkan/doors';
import { commandIdOf, Fault, type Reply } from '@benkan/messaging';
import type { Principal } from '@benkan/security';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 10_000;
const MOST_TRIES = 8;
const PASSING = new Set([
  'unavailable',
  'timeout',
  'overloaded',
  'conflict',
  'expired',
  'not-yet',
  'storage-full',
  'clock-behind',
]);

/** A command of one row: its key makes a repeated run say the same command again. */
export type Say = (contract: CommandContract, body: unknown, key: string) => Promise<Said>;
export type Said = Exclude<Reply, { kind: 'fault' }> | Extract<Reply, { kind: 'fault' }>;

/** Whose commands the commands of one import are. */
export const importedBy = (importId: string): string => `import|${importId}`;

/** Says the commands of one import, as its importer: in the uploader's name, for that import, in those territories. */
export const sayingFor = (tell: Tell, principal: Principal, importId: string, signal: AbortSignal): Say => {
  return async (contract, body, key) => {
    const commandId = commandIdOf(importedBy(importId), contract.name, key);
    for (let attempt = 0; ; attempt += 1) {
      signal.throwIfAborted();
      const reply = await tell(contract, body, {
        principal,
        commandId,
        correlationId: importId,
        deadline: Date.now() + PATIENCE_MS,
      });
      if (reply.kind !== 'fault' || !PASSING.has(reply.code)) return reply;
      if (attempt >= MOST_TRIES) throw new Fault(reply.code, contract.name);
      await pause(Math.random() * Math.min(4_000, 50 * 2 ** attempt), undefined, { signal });
    }
  };
};
