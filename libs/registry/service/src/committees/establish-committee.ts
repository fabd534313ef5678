import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { establishCommittee as contract } from '@benkan/contracts/registry';
import { reserve } from '@benkan/event-store';
import { derivedId } from '@benkan/messaging';
import { establishCommittee } from '@benkan/registry-domain';
import { committees } from '../aggregates';
import type { RegistryContext } from '../context';

/** registry.establish-committee */
export const establishCommitteeDoor = ({ handle, current, vault, store, unitKnown }: RegistryContext) =>
  commandDoor(contract, async (asked) => {
    const { id: given, name, legalAct, ...body } = asked.body;
    const committeeId = given ?? derivedId('committee', asked.commandId);
    const texts = sealing(vault, asked.commandId);
    const data = {
      committeeId,
      ...body,
      name: texts.text('name', name),
      legalAct: texts.text('legalAct', legalAct),
    };
    const header = headerOf(asked, vault, data);
    const known = await unitKnown(body.unitId);
    const key = vault.digest('committee-of', `${body.unitId}|${body.level}`);
    const { state: before } = await current(committees, committeeId);
    // one committee a unit and level, across streams; a command that cannot be accepted reserves nothing
    const heldBy =
      known && before.status === 'unknown' ? await reserve(store, key, committeeId, header) : null;
    const told = await handle({
      aggregate: committees,
      id: committeeId,
      header,
      decide: (state) => establishCommittee(said(asked, vault, { ...data, unitKnown: known, heldBy }), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: committeeId };
  });
