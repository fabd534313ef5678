import { standing } from '../committees/dated';
import type { ActorTraits } from './actor-map-facts';
import type { Exclusion, KnownMap, MappedActor } from './actor-map';

const by = (day: string | undefined, on: string): boolean => day === undefined || on <= day;

/** What an actor is on a day, by the days of its facts; undefined where it is not on the map. Now, without a day. */
export const actorOn = (
  { versions, addedOn, removedOn }: MappedActor,
  day?: string,
): (ActorTraits & { readonly since: string }) | undefined =>
  by(day, addedOn) && !(removedOn !== null && by(day, removedOn)) ? standing(versions, day) : undefined;

/** The actors on the map on a day, by id. */
export const actorsOn = (map: KnownMap, day?: string) =>
  [...map.actors].flatMap(([id, actor]) => {
    const traits = actorOn(actor, day);
    return traits === undefined ? [] : [{ id, actor, traits }];
  });

/** An exclusion as it was told by a day; undefined where it was not flagged yet. */
export const exclusionOn = (one: Exclusion, day?: string): Exclusion | undefined =>
  by(day, one.on)
    ? {
        ...one,
        strategies: new Map([...one.strategies].filter(([, { on }]) => by(day, on))),
        reviews: one.reviews.filter(({ reviewedOn }) => by(day, reviewedOn)),
      }
    : undefined;

/** The day of the review that found the group no longer excluded. */
export const endOf = ({ reviews }: Exclusion): string | null =>
  reviews.find(({ outcome }) => outcome === 'NO_LONGER_EXCLUDED')?.reviewedOn ?? null;

/** Whether the name of an actor may no longer be opened: its last day has gone by, or it was destroyed. */
export const isNameExpired = ({ versions, nameExpired }: MappedActor, today: string): boolean => {
  const expiresOn = standing(versions)?.expiresOn ?? null;
  return nameExpired || (expiresOn !== null && expiresOn < today);
};

/** Whether the map was the published one on a day. */
export const wasPublishedOn = (map: KnownMap, day: string): boolean =>
  map.publishedOn !== null &&
  map.publishedOn <= day &&
  (map.supersededOn === null || map.supersededOn > day) &&
  (map.archived === null || map.archived.on > day);
