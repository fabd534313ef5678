import { getCommittee, listUnits } from '@benkan/contracts/registry';
import { unknownResource } from './answers';
import type { Ask } from './asking';
import { participantsAsked } from './participants-asked';
import type { Below, FindUnits } from './territory';

const PAGE = 200;

/** The ids of a unit and all below it, as the registry says; those that ended too: what happened there stays theirs. */
export const subtreeAsked =
  (ask: Ask): Below =>
  async (territory, because) => {
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const page = await ask(
        listUnits,
        { territory, limit: PAGE, ended: 'include', ...(after === undefined ? {} : { after }) },
        because,
      );
      if (page === undefined) throw unknownResource();
      ids.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    return ids;
  };

/** Where the registry's own things lie, for the other services. */
export const unitsAsked = (ask: Ask): FindUnits => {
  const participant = participantsAsked(ask);
  return {
    committee: async (committeeId, because) => (await ask(getCommittee, { committeeId }, because))?.unitId,
    participant: async (participantId, because) => (await participant(participantId, because))?.unitId,
  };
};
