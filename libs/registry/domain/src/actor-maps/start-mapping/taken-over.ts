import type { SealedText } from '@benkan/kernel';
import type {
  ActorAdded,
  ExcludedGroupFlagged,
  InclusionStrategyProposed,
  Started,
} from '../actor-map-facts';
import { actorTraitsOf, type KnownMap } from '../actor-map';
import { actorsOn, endOf, isNameExpired } from '../on-day';

type TakenOver = ActorAdded | ExcludedGroupFlagged | InclusionStrategyProposed;

/** An actor's name as the new map keeps it, by actor: what expires has a vault document of its own in each map. */
export type OwnNames = ReadonlyMap<string, SealedText>;

const actors = ({ actorMapId, mappedOn: on }: Started, base: KnownMap, names: OwnNames, today: string) =>
  actorsOn(base)
    .filter(({ actor }) => !isNameExpired(actor, today))
    .flatMap(({ id, traits }): ActorAdded[] => {
      const name = traits.expiresOn === null ? traits.name : names.get(id);
      if (name === undefined) return [];
      const data = { ...actorTraitsOf(traits), name, actorMapId, actorId: id, on };
      return [{ type: 'actor-added', data: { ...data, carriedFrom: base.started.actorMapId } }];
    });

/** What a new version takes over: the actors whose names last, the groups still excluded and their strategies. */
export const takenOver = (
  started: Started,
  base: KnownMap,
  names: OwnNames,
  today: string,
): readonly TakenOver[] => {
  const { actorMapId, mappedOn: on } = started;
  const carriedFrom = base.started.actorMapId;
  const kept = actors(started, base, names, today);
  const isKept = (actorId: string | null) => kept.some(({ data }) => data.actorId === actorId);
  const groups = [...base.exclusions]
    .filter(([, one]) => endOf(one) === null)
    .flatMap(([exclusionId, { group, otherGroup, actorId, strategies }]): TakenOver[] => [
      {
        type: 'excluded-group-flagged',
        data: {
          ...{ actorMapId, exclusionId, group, otherGroup, on, carriedFrom },
          actorId: isKept(actorId) ? actorId : null,
        },
      },
      ...[...strategies].map(([strategyId, { text }]): InclusionStrategyProposed => ({
        type: 'inclusion-strategy-proposed',
        data: { actorMapId, exclusionId, strategyId, text, on, carriedFrom },
      })),
    ]);
  return [...kept, ...groups];
};
