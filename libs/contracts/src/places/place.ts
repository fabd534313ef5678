/** What may lie in a unit of the territory, and is known to lie there by its id. */
export const PLACE_KINDS = [
  'unit',
  'committee',
  'participant',
  'project',
  'actor-map',
  'meeting',
  'recommendation',
  'training',
  'activity',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/**
 * One thing a request speaks of. `names`: it must lie inside, else it answers like an unknown one (404).
 * `into`: a unit something new is put into; outside is 403, and so is none. `fresh`: the id a client chose for what
 * it creates; 403 where that is already taken outside. `field` is a path through objects and lists, e.g.
 * `committeeId`, `seats.*.participantId`.
 */
export type Concern = {
  readonly means: 'names' | 'into' | 'fresh';
  readonly of: PlaceKind;
  readonly field: string;
};

/**
 * Where a request is. `everywhere`: reference data, the role is enough. `country`: country-wide grants only.
 * `within`: a list, cut to what lies inside. `own`: the door itself looks whose it is. `at`: every concern is inside.
 */
export type Place =
  | { readonly kind: 'everywhere' | 'country' | 'within' | 'own' }
  | { readonly kind: 'at'; readonly concerns: readonly Concern[] };

export const everywhere: Place = { kind: 'everywhere' };
export const country: Place = { kind: 'country' };
export const within: Place = { kind: 'within' };
export const own: Place = { kind: 'own' };
export const at = (...concerns: readonly Concern[]): Place => ({ kind: 'at', concerns });
export const names = (of: PlaceKind, field: string): Concern => ({ means: 'names', of, field });
export const into = (field: string): Concern => ({ means: 'into', of: 'unit', field });
export const fresh = (of: Exclude<PlaceKind, 'unit'>, field: string): Concern => ({
  means: 'fresh',
  of,
  field,
});

export const unit = names('unit', 'unitId');
export const meeting = names('meeting', 'meetingId');
export const recommendation = names('recommendation', 'recommendationId');
export const training = names('training', 'trainingId');
export const activity = names('activity', 'activityId');
export const participant = names('participant', 'participantId');
export const committee = names('committee', 'committeeId');
export const project = names('project', 'projectId');
export const actorMap = names('actor-map', 'actorMapId');

/** Where each wire name of a domain is. */
export type Places = Readonly<Record<string, Place>>;
