import { decodeCursor, encodeCursor, type BadCursor, type Page, type PageRequest } from '@benkan/projections';
import { onMap, shownOn, type UnitOnMap } from './unit-map';
import type { UnitView } from './unit-view';

export type ListUnits = PageRequest & {
  /** The day whose map is asked for. */
  readonly map: string;
  readonly unitType?: UnitOnMap['unitType'] | undefined;
  readonly parentId?: string | undefined;
  /** In whatever code system, valid on the day. */
  readonly code?: string | undefined;
  /** The subtree to stay in; everywhere when absent. */
  readonly unitIds?: readonly string[] | undefined;
  /** With those that have ended by that day, as they last were. */
  readonly ended?: boolean | undefined;
};

type Row = UnitOnMap & { readonly _id: string };
type Wanted = (unit: UnitOnMap) => boolean;

const matching = ({ unitType, parentId, code, unitIds }: ListUnits): Wanted => {
  const inside = unitIds === undefined ? undefined : new Set(unitIds);
  const asked: readonly (Wanted | undefined)[] = [
    unitType && ((unit) => unit.unitType === unitType),
    parentId === undefined ? undefined : (unit) => unit.parentId === parentId,
    code === undefined ? undefined : (unit) => unit.codes.some((known) => known.code === code),
    inside && (({ id }) => inside.has(id)),
  ];
  const wanted = asked.filter((want) => want !== undefined);
  return (unit) => wanted.every((want) => want(unit));
};

const hasEnded = ({ validTo }: UnitOnMap, day: string): boolean => validTo !== null && validTo <= day;

const rowsOn = (units: readonly UnitView[], request: ListUnits): readonly Row[] => {
  const wanted = matching(request);
  return units.flatMap((unit) => {
    const there = onMap(unit, request.map);
    const gone = request.ended === true && there === undefined ? shownOn(unit, request.map) : undefined;
    const shown = there ?? (gone !== undefined && hasEnded(gone, request.map) ? gone : undefined);
    return shown !== undefined && wanted(shown) ? [{ ...shown, _id: unit.id }] : [];
  });
};

const isBeyond = ({ order, _id }: Row, [value, key]: readonly [string, string]): boolean =>
  order === value ? _id > key : order > value;

const beyond = (after: string | undefined): ((row: Row) => boolean) | undefined => {
  if (after === undefined) return () => true;
  const [value, key] = decodeCursor(after, 2) ?? [];
  if (typeof value !== 'string' || typeof key !== 'string') return undefined;
  return (row) => isBeyond(row, [value, key]);
};

const byOrder = (one: Row, other: Row): number =>
  one.order === other.order ? (one._id < other._id ? -1 : 1) : one.order < other.order ? -1 : 1;

/** Units on the map of a day, by code, then by key. */
export const listUnits = (units: readonly UnitView[], request: ListUnits): Page<Row> | BadCursor => {
  const follows = beyond(request.after);
  if (follows === undefined) return { kind: 'bad-cursor' };
  const found = rowsOn(units, request).filter(follows).sort(byOrder);
  const rows = found.slice(0, request.limit);
  const last = rows.at(-1);
  if (found.length <= request.limit || last === undefined) return { kind: 'page', rows };
  return { kind: 'page', rows, next: encodeCursor([last.order, last._id]) };
};
