import { said } from '@benkan/doors';
import {
  flagExcludedGroup as flagContract,
  proposeInclusionStrategy as proposeContract,
  reviewInclusion as reviewContract,
} from '@benkan/contracts/registry';
import { differences } from '@benkan/kernel';
import { derivedId } from '@benkan/messaging';
import {
  endOf,
  flagExcludedGroup,
  proposeInclusionStrategy,
  reviewInclusion,
  type ActorMap,
  type Exclusion,
} from '@benkan/registry-domain';
import type { RegistryContext } from '../context';
import { mapDoor } from './map-door';

type Group = Pick<Exclusion, 'group' | 'otherGroup' | 'actorId'>;

const idOfExclusion = (state: ActorMap, exclusionId: string, group: Group): string => {
  if (state.status === 'unknown' || state.exclusions.has(exclusionId)) return exclusionId;
  const found = [...state.exclusions].find(
    ([, one]) => endOf(one) === null && differences<Group>(one, group).length === 0,
  );
  return found?.[0] ?? exclusionId;
};

/** registry.flag-excluded-group */
export const flagExcludedGroupDoor = (context: RegistryContext) =>
  mapDoor(context, flagContract, (asked, texts) => {
    const { exclusionId: given, actorMapId, group, otherGroup, actorId, on } = asked.body;
    const exclusionId = given ?? derivedId('exclusion', asked.commandId);
    const meant = { group, otherGroup: texts.maybe('otherGroup', otherGroup), actorId };
    const data = { actorMapId, exclusionId, ...meant, on };
    return {
      data,
      on,
      decide: (state) =>
        flagExcludedGroup(said(asked, context.vault, { ...data, idGiven: given !== undefined }), state),
      extra: (state) => ({ exclusionId: idOfExclusion(state, exclusionId, meant) }),
    };
  });

const idOfStrategy = (state: ActorMap, exclusionId: string, strategyId: string, digest: string): string => {
  if (state.status === 'unknown') return strategyId;
  const strategies = state.exclusions.get(exclusionId)?.strategies;
  if (strategies === undefined || strategies.has(strategyId)) return strategyId;
  return [...strategies].find(([, { text }]) => text.digest === digest)?.[0] ?? strategyId;
};

/** registry.propose-inclusion-strategy */
export const proposeInclusionStrategyDoor = (context: RegistryContext) =>
  mapDoor(context, proposeContract, (asked, texts) => {
    const { strategyId: given, actorMapId, exclusionId, text: plain, on } = asked.body;
    const strategyId = given ?? derivedId('inclusion-strategy', asked.commandId);
    const text = texts.text('text', plain);
    const data = { actorMapId, exclusionId, strategyId, text, on };
    return {
      data,
      on,
      decide: (state) =>
        proposeInclusionStrategy(
          said(asked, context.vault, { ...data, idGiven: given !== undefined }),
          state,
        ),
      extra: (state) => ({ strategyId: idOfStrategy(state, exclusionId, strategyId, text.digest) }),
    };
  });

/** registry.review-inclusion */
export const reviewInclusionDoor = (context: RegistryContext) =>
  mapDoor(context, reviewContract, (asked, texts) => {
    const { note, ...body } = asked.body;
    const data = { ...body, note: texts.maybe('note', note) };
    return {
      data,
      on: body.reviewedOn,
      decide: (state) => reviewInclusion(said(asked, context.vault, data), state),
    };
  });
