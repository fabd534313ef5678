import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { convene as contract } from '@benkan/contracts/meetings';
import { getCommittee } from '@benkan/contracts/registry';
import { convene } from '@benkan/meetings-domain';
import { derivedId } from '@benkan/messaging';
import { meetings } from '../aggregates';
import type { MeetingsContext } from '../context';

/** meetings.convene: what the committee is that day is kept with the meeting. */
export const conveneDoor = ({ handle, vault, ask }: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const { id: given, agenda, ...body } = asked.body;
    const meetingId = given ?? derivedId('meeting', asked.commandId);
    const texts = sealing(vault, asked.commandId);
    const data = {
      meetingId,
      ...body,
      agenda: agenda.map((item, index) => texts.text(`agenda/${index}`, item)),
    };
    const known = await ask(getCommittee, { committeeId: body.committeeId }, asked);
    const committee =
      known === undefined
        ? null
        : { unitId: known.unitId, level: known.level, installedOn: known.installedOn };
    const told = await handle({
      aggregate: meetings,
      id: meetingId,
      header: headerOf(asked, vault, data),
      decide: (state) => convene(said(asked, vault, { ...data, committee }), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: meetingId };
  });
