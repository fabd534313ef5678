import { Schema, type Model } from 'mongoose';
import type { BadCursor, Page, PageRequest, Stored } from '@benkan/projections';
import { inOrder } from '../in-order';
import { viewSchema } from '../view-schema';
import { actorMapsProjection, type ActorMapView } from './actor-map-view';

export const actorMapsSchema = viewSchema(
  actorMapsProjection,
  {
    ...{ unitId: String, version: Number, status: String, mappedOn: String, order: String },
    expiries: Schema.Types.Mixed,
  },
  [inOrder.sort, { unitId: 1, ...inOrder.sort }, { status: 1, ...inOrder.sort }, { 'expiries.expiresOn': 1 }],
);

export type ListActorMaps = PageRequest & {
  readonly unitId?: string | undefined;
  readonly status?: ActorMapView['status'] | undefined;
  /** The subtree to stay in; everywhere when absent. */
  readonly unitIds?: readonly string[] | undefined;
};

type ActorMaps = Model<Stored<ActorMapView>>;

const matching = ({ unitId, status, unitIds }: ListActorMaps) => ({
  ...(unitId !== undefined && { unitId }),
  ...(status !== undefined && { status }),
  ...(unitIds !== undefined && { $and: [{ unitId: { $in: [...unitIds] } }] }),
});

/** Actor maps by unit, then by version. */
export const listActorMaps = (
  maps: ActorMaps,
  request: ListActorMaps,
): Promise<Page<Stored<ActorMapView>> | BadCursor> =>
  inOrder.page(request, (beyond, most) =>
    maps
      .find({ ...matching(request), ...beyond })
      .sort(inOrder.sort)
      .limit(most)
      .lean<Stored<ActorMapView>[]>(),
  );

/** Ids of the maps with a name whose last day was before a day and that was not destroyed yet. */
export const mapsWithNamesExpired = async (maps: ActorMaps, day: string): Promise<readonly string[]> => {
  const found = await maps
    .find({ 'expiries.expiresOn': { $lt: day } })
    .sort(inOrder.sort)
    .lean<Pick<ActorMapView, 'id'>[]>();
  return found.map(({ id }) => id);
};
