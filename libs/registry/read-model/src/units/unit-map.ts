import { holdsOn, versionOn, type DatedCode, type UnitVersion } from '@benkan/registry-domain';
import type { UnitView } from './unit-view';

/** A unit as the map of one day shows it. */
export type UnitOnMap = UnitVersion &
  Pick<UnitView, 'id' | 'inferred' | 'order' | 'changes'> & {
    /** Those valid on the day. */
    readonly codes: readonly DatedCode[];
    /** Whether it exists on the day; where not, it is shown as it last was, or first will be. */
    readonly standing: boolean;
  };

// before a unit begins it is where it will be, after its end where it was
const nearest = ({ versions }: UnitView, day: string): UnitVersion | undefined => {
  const [first] = versions;
  return first?.validFrom !== null && first !== undefined && day < first.validFrom ? first : versions.at(-1);
};

/** A unit on the map of a day, whether it stands on it or not; undefined only without any version. */
export const shownOn = (unit: UnitView, day: string): UnitOnMap | undefined => {
  const standing = versionOn(unit.versions, day);
  const version = standing ?? nearest(unit, day);
  if (version === undefined) return undefined;
  const codes = unit.codes.filter((code) => holdsOn(code, day));
  const { id, inferred, order, changes } = unit;
  return { id, inferred, order, changes, ...version, codes, standing: standing !== undefined };
};

/** A unit on the map of a day; undefined where it does not exist on it. */
export const onMap = (unit: UnitView, day: string): UnitOnMap | undefined => {
  const shown = shownOn(unit, day);
  return shown?.standing === true ? shown : undefined;
};

/** Every unit and its parent on a day; one that does not exist on it hangs where it last was, or first will be. */
export const treeOn = (
  units: readonly UnitView[],
  day: string,
): readonly { readonly id: string; readonly parentId: string | null }[] =>
  units.map((unit) => ({ id: unit.id, parentId: shownOn(unit, day)?.parentId ?? null }));
