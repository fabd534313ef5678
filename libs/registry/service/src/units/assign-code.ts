import { commandDoor, headerOf, said } from '@benkan/doors';
import { assignCode as contract } from '@benkan/contracts/registry';
import { assignCode, type Unit } from '@benkan/registry-domain';
import { units } from '../aggregates';
import type { RegistryContext } from '../context';
import { reserveCodes } from './knowledge';

const ANOTHER = 'another unit';

/** registry.assign-code */
export const assignCodeDoor = (context: RegistryContext) =>
  commandDoor(contract, async (asked) => {
    const { handle, current, vault } = context;
    const { unitId } = asked.body;
    const header = headerOf(asked, vault, asked.body);
    const decide = (heldBy: string | null) => (state: Unit) =>
      assignCode(said(asked, vault, { ...asked.body, heldBy }), state);
    const first = decide(null)((await current(units, unitId)).state);
    // a command that cannot be accepted, or says nothing new, reserves nothing
    const wanted = first.kind === 'accepted' && first.facts.length > 0;
    const held = wanted && !(await reserveCodes(context, [asked.body], unitId, header));
    const told = await handle({
      aggregate: units,
      id: unitId,
      header,
      decide: decide(held ? ANOTHER : null),
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: unitId };
  });
