import type { CommandAnswer, CommandContract } from '@benkan/contracts';
import * as registry from '@benkan/contracts/registry';

type Plant = (contract: CommandContract, role: string, path: string, body: object) => Promise<CommandAnswer>;
type Marked = {
  readonly plant: Plant;
  readonly text: () => string;
  /** Remembers what a query shows. */
  readonly read: (role: string, path: string, atLeast?: string) => Promise<void>;
};

/** Says every change of a unit with a marker in each of its free texts, below a unit that is left as it was. */
export const plantTerritory = async (marked: Marked & { readonly below: string }): Promise<void> => {
  const { plant, text, read, below } = marked;
  const unit = async (): Promise<string> => {
    const body = { unitType: 'COMMUNE', parentId: below, name: text(), codes: [], validFrom: '2000-01-01' };
    return (await plant(registry.registerUnit, 'national', 'territories', body)).id;
  };
  const [changing, split, merged, retired, first, second] = [
    ...[await unit(), await unit(), await unit()],
    ...[await unit(), await unit(), await unit()],
  ];
  const say = (contract: CommandContract, unitId: string | undefined, path: string, body: object) =>
    plant(contract, 'national', `territories/${String(unitId)}/${path}`, { legalAct: text(), ...body });
  await say(registry.renameUnit, changing, 'renaming', { effectiveOn: '2001-01-01', name: text() });
  await say(registry.reclassifyUnit, changing, 'reclassification', {
    ...{ effectiveOn: '2002-01-01', unitType: 'ARRONDISSEMENT' },
  });
  await say(registry.moveUnit, changing, 'move', { effectiveOn: '2003-01-01', parentId: first });
  await say(registry.splitUnit, split, 'split', { effectiveOn: '2004-01-01', into: [first, second] });
  await say(registry.mergeUnit, merged, 'merger', { effectiveOn: '2004-01-01', into: first });
  const { position } = await say(registry.retireUnit, retired, 'retirement', { effectiveOn: '2005-01-01' });
  for (const unitId of [changing, split, merged, retired, first, second])
    await read('auditor', `territories/${String(unitId)}`, position);
};
