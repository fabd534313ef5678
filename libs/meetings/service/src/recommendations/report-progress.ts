import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { reportProgress as contract } from '@benkan/contracts/meetings';
import { reportProgress } from '@benkan/meetings-domain';
import { recommendations } from '../aggregates';
import type { MeetingsContext } from '../context';

/** meetings.report-progress */
export const reportProgressDoor = ({ handle, vault }: MeetingsContext) =>
  commandDoor(contract, async (asked) => {
    const { recommendationId, on, note, percent } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const data = { recommendationId, on, note: texts.maybe('note', note) };
    // a retry of what was said before it could be measured is still the same command
    const meant = percent === undefined ? data : { ...data, percent };
    const told = await handle({
      aggregate: recommendations,
      id: recommendationId,
      header: headerOf(asked, vault, meant, on),
      decide: (state) => reportProgress(said(asked, vault, { ...data, percent: percent ?? null }), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: recommendationId };
  });
