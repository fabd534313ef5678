import { Schema, type Model } from 'mongoose';
import type { BadCursor, Page, PageRequest, Stored } from '@benkan/projections';
import { inOrder } from '../in-order';
import { viewSchema } from '../view-schema';
import { unitsProjection, type UnitView } from './unit-view';

export const unitsSchema = viewSchema(
  unitsProjection,
  {
    unitType: String,
    parentId: String,
    codes: [{ _id: false, system: String, edition: String, code: String }],
    name: Schema.Types.Mixed,
    order: String,
  },
  [
    inOrder.sort,
    { unitType: 1, ...inOrder.sort },
    { parentId: 1, ...inOrder.sort },
    { 'codes.code': 1, ...inOrder.sort },
  ],
);

export type ListUnits = PageRequest & {
  readonly unitType?: UnitView['unitType'] | undefined;
  readonly parentId?: string | undefined;
  /** In whatever code system. */
  readonly code?: string | undefined;
  /** The subtree to stay in; everywhere when absent. */
  readonly unitIds?: readonly string[] | undefined;
};

type Units = Model<Stored<UnitView>>;

const matching = ({ unitType, parentId, code, unitIds }: ListUnits) => ({
  ...(unitType !== undefined && { unitType }),
  ...(parentId !== undefined && { parentId }),
  ...(code !== undefined && { 'codes.code': code }),
  ...(unitIds !== undefined && { _id: { $in: [...unitIds] } }),
});

/** Units by code, then by key. */
export const listUnits = (units: Units, request: ListUnits): Promise<Page<Stored<UnitView>> | BadCursor> =>
  inOrder.page(request, (beyond, most) =>
    units
      .find({ ...matching(request), ...beyond })
      .sort(inOrder.sort)
      .limit(most)
      .lean<Stored<UnitView>[]>(),
  );

export const findUnit = async (units: Units, unitId: string): Promise<Stored<UnitView> | undefined> =>
  (await units.findOne({ _id: unitId }).lean<Stored<UnitView>>()) ?? undefined;

/** Every unit and its parent: what `subtreeOf` needs. */
export const unitTree = async (units: Units): Promise<readonly Pick<UnitView, 'id' | 'parentId'>[]> =>
  units.find({}).select({ _id: 0, id: 1, parentId: 1 }).lean<Pick<UnitView, 'id' | 'parentId'>[]>();
