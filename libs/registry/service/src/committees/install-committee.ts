import { commandDoor, headerOf, said } from '@benkan/doors';
import { installCommittee as contract } from '@benkan/contracts/registry';
import { installCommittee } from '@benkan/registry-domain';
import { committees } from '../aggregates';
import type { RegistryContext } from '../context';

/** registry.install-committee */
export const installCommitteeDoor = ({ handle, vault }: RegistryContext) =>
  commandDoor(contract, async (asked) => {
    const { committeeId, installedOn } = asked.body;
    const told = await handle({
      aggregate: committees,
      id: committeeId,
      header: headerOf(asked, vault, asked.body, installedOn),
      decide: (state) => installCommittee(said(asked, vault, asked.body), state),
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: committeeId };
  });
