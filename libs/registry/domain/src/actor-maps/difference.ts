import { differences, type SealedText } from '@benkan/kernel';
import type { ActorTraits } from './actor-map-facts';
import { actorTraitsOf, type Exclusion, type KnownMap, type MappedActor } from './actor-map';
import { causesAmong, ofActor, ofExclusion, type RecordedFact } from './causes';
import { actorsOn, endOf } from './on-day';

export type { RecordedFact } from './causes';

type Because = { readonly eventIds: string[] };
export type ActorDifference = Because & {
  readonly id: string;
  readonly actor: MappedActor;
  readonly traits: ActorTraits;
};
export type ActorChange = ActorDifference & {
  readonly before: ActorTraits;
  readonly fields: readonly (keyof ActorTraits)[];
};
export type GroupDifference = Because & { readonly id: string; readonly exclusion: Exclusion };
export type StrategyDifference = Because & {
  readonly id: string;
  readonly exclusionId: string;
  readonly text: SealedText;
  readonly on: string;
};
export type MapDifference = {
  readonly added: readonly ActorDifference[];
  readonly removed: readonly ActorDifference[];
  readonly changed: readonly ActorChange[];
  readonly newlyExcluded: readonly GroupDifference[];
  readonly noLongerExcluded: readonly GroupDifference[];
  readonly newStrategies: readonly StrategyDifference[];
};

type Listed = ReturnType<typeof actorsOn>[number];
type Group = { readonly id: string; readonly exclusion: Exclusion };

// a mapping begun from nothing gives new ids: then the name tells who is the same
const sameIn = (all: readonly Listed[], { id, traits }: Listed): Listed | undefined =>
  all.find((one) => one.id === id) ?? all.find((one) => one.traits.name.digest === traits.name.digest);

const standingGroups = (map: KnownMap | undefined): readonly Group[] =>
  [...(map?.exclusions ?? [])]
    .filter(([, one]) => endOf(one) === null)
    .map(([id, exclusion]) => ({ id, exclusion }));

const nameOf = (map: KnownMap | undefined, actorId: string | null): string | null =>
  actorId === null ? null : (map?.actors.get(actorId)?.versions.at(-1)?.name.digest ?? actorId);

const groupKey = (map: KnownMap | undefined, { exclusion }: Group): string =>
  [exclusion.group, exclusion.otherGroup?.digest, nameOf(map, exclusion.actorId)].join('|');

/** What is said on one map and not on another, earlier or later: `history` lists the facts that lie between them. */
export const differenceBetween = (
  before: KnownMap | undefined,
  after: KnownMap | undefined,
  history: readonly RecordedFact[],
): MapDifference => {
  const causes = causesAmong(history);
  const [was, is] = [before, after].map((map) => (map === undefined ? [] : actorsOn(map))) as [
    Listed[],
    Listed[],
  ];
  const [excluded, stillExcluded] = [standingGroups(before), standingGroups(after)];
  const sameGroup = (
    all: readonly Group[],
    map: KnownMap | undefined,
    one: Group,
    of: KnownMap | undefined,
  ) => all.find(({ id }) => id === one.id) ?? all.find((other) => groupKey(map, other) === groupKey(of, one));

  const changed = is.flatMap((one): ActorChange[] => {
    const old = sameIn(was, one);
    if (old === undefined) return [];
    const earlier = actorTraitsOf(old.traits);
    const fields = differences<ActorTraits>(earlier, actorTraitsOf(one.traits)).map(
      ({ field }) => field as keyof ActorTraits,
    );
    const eventIds = causes(ofActor(one.id, 'actor-revised', 'actor-added'));
    return fields.length === 0 ? [] : [{ ...one, before: earlier, fields, eventIds }];
  });
  const newStrategies = stillExcluded.flatMap((group) => {
    const old = sameGroup(excluded, before, group, after);
    const known = new Set([...(old?.exclusion.strategies.values() ?? [])].map(({ text }) => text.digest));
    return [...group.exclusion.strategies]
      .filter(([, { text }]) => !known.has(text.digest))
      .map(([id, { text, on }]) => ({
        ...{ id, exclusionId: group.id, text, on },
        eventIds: causes(
          (fact) => fact.type === 'inclusion-strategy-proposed' && fact.data.strategyId === id,
        ),
      }));
  });
  return {
    added: is
      .filter((one) => sameIn(was, one) === undefined)
      .map((one) => ({ ...one, eventIds: causes(ofActor(one.id, 'actor-added')) })),
    removed: was
      .filter((one) => sameIn(is, one) === undefined)
      .map((one) => ({ ...one, eventIds: causes(ofActor(one.id, 'actor-removed')) })),
    changed,
    newlyExcluded: stillExcluded
      .filter((one) => sameGroup(excluded, before, one, after) === undefined)
      .map((one) => ({ ...one, eventIds: causes(ofExclusion(one.id, 'excluded-group-flagged')) })),
    noLongerExcluded: excluded
      .filter((one) => sameGroup(stillExcluded, after, one, before) === undefined)
      .map((one) => ({ ...one, eventIds: causes(ofExclusion(one.id, 'inclusion-reviewed')) })),
    newStrategies,
  };
};
