import { Schema, type Model } from 'mongoose';
import type { CurrentModel, Stored } from '@benkan/projections';
import { viewSchema } from '../view-schema';
import { unitsProjection, type UnitView } from './unit-view';

export const unitsSchema = viewSchema(
  unitsProjection,
  {
    id: String,
    versions: Schema.Types.Mixed,
    codes: Schema.Types.Mixed,
    inferred: [String],
    predecessors: [String],
    successors: [String],
    revision: String,
    order: String,
    changedAt: String,
  },
  [{ changedAt: -1 }],
);

type Units = Model<Stored<UnitView>>;

/** Every unit ever registered, on every day of its history. */
export type Atlas = () => Promise<readonly UnitView[]>;

const newestChange = async (units: Units): Promise<string> => {
  const newest = await units
    .findOne({})
    .sort({ changedAt: -1 })
    .select({ _id: 0, changedAt: 1 })
    .lean<Pick<UnitView, 'changedAt'>>();
  return newest?.changedAt ?? '';
};

const readAll = (units: Units): Promise<readonly UnitView[]> =>
  units.find({}).select({ _id: 0, _pos: 0, _prep: 0 }).lean<UnitView[]>();

/**
 * A few thousand documents, read anew only when a unit has changed. `reached` is the position the views have been
 * written up to: what was read while a batch was being written is not kept.
 */
export const atlasOf = (model: CurrentModel<Units>, reached: () => bigint): Atlas => {
  let kept: { readonly key: string; readonly units: readonly UnitView[] } | undefined;
  return async () => {
    const units = model.current();
    const generation = model.generation();
    const upTo = reached();
    const newest = await newestChange(units);
    const key = `${generation}|${newest}`;
    if (kept?.key === key) return kept.units;
    const all = await readAll(units);
    // its first half is the commit
    if (newest !== '' && BigInt(newest.slice(0, 20)) <= upTo) kept = { key, units: all };
    return all;
  };
};

export const findUnit = async (units: Units, unitId: string): Promise<UnitView | undefined> =>
  (await units.findOne({ _id: unitId }).select({ _id: 0, _pos: 0, _prep: 0 }).lean<UnitView>()) ?? undefined;
