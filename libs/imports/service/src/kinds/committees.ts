import { establishCommittee, installCommittee } from '@benkan/contracts/registry';
import type { CommitteeRow } from '@benkan/imports-domain';
import { derivedId } from '@benkan/messaging';
import type { Kind } from './kind';
import { failed, stepper, trouble, type Done } from './step';

/** A list of committees: each established, with the seats of its template, and installed where a day is given. */
export const committees: Kind<'committees'> = {
  needs: establishCommittee.name,
  width: 4,
  open: async ({ say, places }) => {
    const row = async (
      { communeCode, installedOn, template, ...said }: CommitteeRow,
      key: string,
    ): Promise<Done> => {
      const place = await places.place(communeCode);
      if (place === undefined) return failed(trouble('unknown-commune', 'Code commune', communeCode));
      const { unitId } = place;
      const id =
        (await places.committeeOf({ unitId, level: said.level })) ??
        derivedId('committee', unitId, said.level);
      const steps = stepper();
      const body = { id, unitId, ...said, ...(template !== null && { template }) };
      const committeeId = steps.take(
        establishCommittee.name,
        await say(establishCommittee, body, `${key}|establish`),
      );
      if (committeeId !== undefined && installedOn !== null)
        steps.take(
          installCommittee.name,
          await say(installCommittee, { committeeId, installedOn }, `${key}|install`),
        );
      return steps.done();
    };
    return { kind: 'opened', troubles: [], row };
  },
};
