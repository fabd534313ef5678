import type { Role } from '@benkan/contracts';
import type { ActorChange, ActorDifference, ActorTraits, MapDifference } from '@benkan/registry-domain';
import { maybe, type TextOf } from '../committees/shown';
import type { RegistryContext } from '../context';
import { namesFor, shownTraits } from './named';

type Reader = { readonly role: Role; readonly today: string };
type NameState = 'SHOWN' | 'WITHHELD' | 'EXPIRED';
type NameOf = (one: Pick<ActorDifference, 'actor' | 'traits'>) => {
  readonly name: string | null;
  readonly nameState: NameState;
};

const actorShown = (one: ActorDifference, nameOf: NameOf) => ({
  ...{ id: one.id, ...nameOf(one), ...shownTraits(one.traits), eventIds: one.eventIds },
});

/** A name that is not shown tells nothing on either side. */
const valueOf = (
  field: keyof ActorTraits,
  traits: ActorTraits,
  nameOf: (traits: ActorTraits) => string | null,
) => (field === 'name' ? nameOf(traits) : traits[field]);

const changeShown = (one: ActorChange, nameOf: NameOf) => {
  const plain = (traits: ActorTraits): string | null => {
    const { name, nameState } = nameOf({ actor: one.actor, traits });
    return nameState === 'SHOWN' ? name : null;
  };
  return {
    ...{ id: one.id, ...nameOf(one), eventIds: one.eventIds },
    changes: one.fields.map((field) => ({
      ...{ field, old: valueOf(field, one.before, plain), new: valueOf(field, one.traits, plain) },
    })),
  };
};

const groupsShown = (groups: MapDifference['newlyExcluded'], textOf: TextOf) =>
  groups.map(({ id, exclusion: { group, otherGroup, actorId }, eventIds }) => ({
    ...{ exclusionId: id, group, otherGroup: maybe(otherGroup, textOf), actorId, eventIds },
  }));

/** A difference as a role may read it. */
export const differenceShown = async (context: RegistryContext, reader: Reader, told: MapDifference) => {
  const { added, removed, changed, newlyExcluded, noLongerExcluded, newStrategies } = told;
  const before = changed.map(({ actor, before: traits }) => ({ actor, traits }));
  const { textOf, nameOf } = await namesFor(
    context,
    reader,
    [...added, ...removed, ...changed, ...before],
    [
      ...[...newlyExcluded, ...noLongerExcluded].map(({ exclusion }) => exclusion.otherGroup),
      ...newStrategies.map(({ text }) => text),
    ],
  );
  return {
    added: added.map((one) => actorShown(one, nameOf)),
    removed: removed.map((one) => actorShown(one, nameOf)),
    changed: changed.map((one) => changeShown(one, nameOf)),
    newlyExcluded: groupsShown(newlyExcluded, textOf),
    noLongerExcluded: groupsShown(noLongerExcluded, textOf),
    newStrategies: newStrategies.map(({ id, exclusionId, text, on, eventIds }) => ({
      ...{ id, exclusionId, text: textOf(text), on, eventIds },
    })),
  };
};
