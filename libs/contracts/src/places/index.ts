import { analyticsPlaces } from './analytics';
import { importsPlaces } from './imports';
import { meetingsPlaces } from './meetings';
import { registryPlaces } from './registry';
import { trainingPlaces } from './training';
import type { Place, Places } from './place';

export { PLACE_KINDS, type Concern, type Place, type PlaceKind } from './place';

/** Where each wire name is. A name without a row opens for country-wide grants only. */
export const places: Places = {
  ...registryPlaces,
  ...meetingsPlaces,
  ...trainingPlaces,
  ...importsPlaces,
  ...analyticsPlaces,
};

/** Where a wire name is; undefined for every name without a row. */
export const placeOf = (wireName: string): Place | undefined =>
  Object.hasOwn(places, wireName) ? places[wireName] : undefined;
