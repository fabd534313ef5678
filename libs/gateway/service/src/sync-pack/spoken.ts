import type { SyncPack } from '@benkan/contracts/meetings';
import type { Principal } from '@benkan/security';
import { maySay } from '../http/caller';
import { textOf } from '../http/texts';
import { routes } from '../routes';

/** What the edge itself says to a batch, whatever the command. */
const OF_EVERY_COMMAND = [
  ...['invalid', 'forbidden', 'outside-your-territory', 'unknown-resource', 'idempotency-key-reused'],
  ...['revision-conflict', 'earlier-failed', 'batch-cut-short', 'not-yet', 'unavailable'],
];

/** What a caller may say, how each may be refused, and the French of every refusal. */
export const spokenTo = (principal: Principal): Pick<SyncPack, 'commands' | 'refusals'> => {
  const commands = routes.flatMap(({ contract }) =>
    contract.kind === 'command' && maySay(principal, contract.name)
      ? [{ name: contract.name, refusals: [...contract.refusals] }]
      : [],
  );
  const codes = new Set([...OF_EVERY_COMMAND, ...commands.flatMap(({ refusals }) => refusals)]);
  return {
    commands,
    refusals: Object.fromEntries([...codes].sort().map((code) => [code, textOf(code, 'fr')])),
  };
};
