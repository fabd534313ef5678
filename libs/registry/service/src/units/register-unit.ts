import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { registerUnit as contract } from '@benkan/contracts/registry';
import { derivedId } from '@benkan/messaging';
import { registerUnit } from '@benkan/registry-domain';
import { units } from '../aggregates';
import type { RegistryContext } from '../context';

/** registry.register-unit */
export const registerUnitDoor = ({ handle, vault, unitKnown }: RegistryContext) =>
  commandDoor(contract, async (asked) => {
    const { id: given, name, ...body } = asked.body;
    const unitId = given ?? derivedId('unit', asked.commandId);
    const texts = sealing(vault, asked.commandId);
    const data = { unitId, ...body, name: texts.text('name', name) };
    const parentKnown = data.parentId !== null && (await unitKnown(data.parentId));
    const told = await handle({
      aggregate: units,
      id: unitId,
      header: headerOf(asked, vault, data),
      decide: (state) => registerUnit(said(asked, vault, { ...data, parentKnown }), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: unitId };
  });
