import type { Role } from '@benkan/contracts';
import type { SealedText } from '@benkan/kernel';
import { isNameExpired, type ActorTraits, type MappedActor } from '@benkan/registry-domain';
import type { RegistryContext } from '../context';

type Named = { readonly actor: MappedActor; readonly traits: ActorTraits };

const EXPIRED = '[retiré]';

/** Whether a name stands in the answer, stays in the vault, or is gone. */
const stateOf = ({ actor, traits }: Named, role: Role, today: string) => {
  if (isNameExpired(actor, today)) return 'EXPIRED' as const;
  // restricted names are read by a reveal, which is recorded; an auditor reads none
  const withheld = role === 'auditor' || traits.dataClass === 'RESTRICTED' || traits.expiresOn !== null;
  return withheld ? ('WITHHELD' as const) : ('SHOWN' as const);
};

/** How texts and names are shown to a role on a day; only what is shown is opened. */
export const namesFor = async (
  { texts }: RegistryContext,
  { role, today }: { readonly role: Role; readonly today: string },
  actors: readonly Named[],
  others: readonly (SealedText | null)[],
) => {
  const shown = actors.filter((one) => stateOf(one, role, today) === 'SHOWN');
  const textOf = await texts([...shown.map(({ traits }) => traits.name), ...others]);
  const nameOf = (one: Named) => {
    const nameState = stateOf(one, role, today);
    const names = { SHOWN: () => textOf(one.traits.name), WITHHELD: () => null, EXPIRED: () => EXPIRED };
    return { name: names[nameState](), nameState };
  };
  return { textOf, nameOf };
};

/** What is shown of an actor beside the name. */
export const shownTraits = ({ name: _, ...traits }: ActorTraits) => ({
  kind: traits.kind,
  category: traits.category,
  influence: traits.influence,
  interest: traits.interest,
  seatOnCommittee: traits.seatOnCommittee,
  dataClass: traits.dataClass,
  expiresOn: traits.expiresOn,
  sourceReliability: traits.sourceReliability,
});
