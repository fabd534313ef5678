import { commandDoor, headerOf, said } from '@benkan/doors';
import { exportNominative as contract } from '@benkan/contracts/registry';
import { exportNominative } from '@benkan/registry-domain';
import { protections } from '../aggregates';
import type { RegistryContext } from '../context';
import { peopleNamed } from './people-named';
import { committeeKnown } from './protection-door';

/** registry.export-nominative: who is named is recorded first, then they are named; a repeated key names nobody. */
export const exportNominativeDoor = (context: RegistryContext) =>
  commandDoor(contract, async (asked) => {
    const { vault, handle } = context;
    const { committeeId } = asked.body;
    const known = await committeeKnown(context, committeeId);
    const { people, withheld } = await peopleNamed(context, committeeId);
    const participantIds = people.map(({ participantId }) => participantId);
    let recordedNow = false;
    const told = await handle({
      aggregate: protections,
      id: committeeId,
      header: headerOf(asked, vault, asked.body),
      decide: (state) => {
        recordedNow = true;
        const meant = { ...asked.body, committeeKnown: known, participantIds };
        return exportNominative(said(asked, vault, meant), state);
      },
      ifMatch: asked.ifMatch,
    });
    if (told.kind !== 'recorded') return { ...told, id: committeeId };
    return { ...told, id: committeeId, extra: { people: recordedNow ? people : [], withheld } };
  });
