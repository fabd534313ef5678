import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { reportProgress as contract } from '@benkan/contracts/meetings';
import { reportProgress } from '@benkan/meetings-domain';
import { recommendations } from '../aggregates';
import type { MeetingsContext } from '../context';

/** meetings.report-progress */
export const reportProgressDoor = ({ handle, vault }: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const { recommendationId, on, note } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const data = { recommendationId, on, note: texts.maybe('note', note) };
    const told = await handle({
      aggregate: recommendations,
      id: recommendationId,
      header: headerOf(asked, vault, data, on),
      decide: (state) => reportProgress(said(asked, vault, data), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: recommendationId };
  });
