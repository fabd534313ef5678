import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { registerUnit as contract } from '@benkan/contracts/registry';
import { derivedId } from '@benkan/messaging';
import { registerUnit, type RegisterUnit } from '@benkan/registry-domain';
import { units } from '../aggregates';
import type { RegistryContext } from '../context';
import { reserveCodes, standing } from './knowledge';

type Data = Omit<RegisterUnit['data'], 'parentKnown' | 'parentStands' | 'predecessorsKnown' | 'codeHeld'>;

const knowledgeOf = async (context: RegistryContext, { parentId, predecessors, validFrom }: Data) => {
  const parent = await standing(context, parentId === null ? [] : [parentId], validFrom);
  const { known: predecessorsKnown } = await standing(context, predecessors, null);
  return { parentKnown: parent.known, parentStands: parent.stand, predecessorsKnown };
};

/** registry.register-unit */
export const registerUnitDoor = (context: RegistryContext) =>
  commandDoor(contract, async (asked) => {
    const { handle, current, vault } = context;
    const { id: given, name, predecessors, inferred, ...body } = asked.body;
    const unitId = given ?? derivedId('unit', asked.commandId);
    const texts = sealing(vault, asked.commandId);
    const bare = { unitId, ...body, name: texts.text('name', name) };
    const data = { ...bare, predecessors, inferred };
    // what was said before these two could be told keeps its hash
    const plain = predecessors.length === 0 && inferred.length === 0;
    const header = headerOf(asked, vault, plain ? bare : data);
    const known = await knowledgeOf(context, data);
    const decide = (codeHeld: boolean) => (state: Parameters<typeof registerUnit>[1]) =>
      registerUnit(said(asked, vault, { ...data, ...known, codeHeld }), state);
    const { state: before } = await current(units, unitId);
    // codes are unique across streams; a command that cannot be accepted reserves nothing
    const accepted = before.status === 'unknown' && decide(false)(before).kind === 'accepted';
    const codeHeld = accepted && !(await reserveCodes(context, body.codes, unitId, header));
    const told = await handle({
      aggregate: units,
      id: unitId,
      header,
      decide: decide(codeHeld),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: unitId };
  });
