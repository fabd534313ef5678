import { commandDoor, headerOf, said, sealing, type Sealing } from '@benkan/doors';
import { establishCommittee as contract } from '@benkan/contracts/registry';
import { reserve } from '@benkan/event-store';
import { derivedId } from '@benkan/messaging';
import { committeeTemplates, establishCommittee, type AppliedTemplate } from '@benkan/registry-domain';
import { committees } from '../aggregates';
import type { RegistryContext } from '../context';
import { committeeKey } from './unit-reservation';

type Template = keyof typeof committeeTemplates;

/** The template with an id for each seat and its label sealed. */
const applied = (template: Template, committeeId: string, texts: Sealing): AppliedTemplate => {
  const { level, seats } = committeeTemplates[template];
  return {
    template,
    level,
    seats: seats.map(({ key, label, ...seat }) => ({
      ...seat,
      seatId: derivedId('seat', committeeId, template, key),
      label: texts.text(`seat/${key}`, label),
    })),
  };
};

/** registry.establish-committee */
export const establishCommitteeDoor = ({ handle, current, vault, store, unitKnown }: RegistryContext) =>
  commandDoor(contract, async (asked) => {
    const { id: given, name, legalAct, template, ...body } = asked.body;
    const committeeId = given ?? derivedId('committee', asked.commandId);
    const texts = sealing(vault, asked.commandId);
    const data = {
      committeeId,
      ...body,
      name: texts.text('name', name),
      legalAct: texts.text('legalAct', legalAct),
    };
    const composition = template === undefined ? null : applied(template, committeeId, texts);
    const header = headerOf(asked, vault, { ...data, ...(template !== undefined && { template }) });
    const known = await unitKnown(body.unitId);
    const meant = { ...data, unitKnown: known, applied: composition };
    const key = committeeKey(vault, body);
    const { state: before } = await current(committees, committeeId);
    // one committee a unit and level, across streams; a command that cannot be accepted reserves nothing
    const heldBy =
      known && before.status === 'unknown' ? await reserve(store, key, committeeId, header) : null;
    const told = await handle({
      aggregate: committees,
      id: committeeId,
      header,
      decide: (state) => establishCommittee(said(asked, vault, { ...meant, heldBy }), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: committeeId };
  });
