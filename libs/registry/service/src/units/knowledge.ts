import { holderOf, release, reserve, type CommandHeader } from '@benkan/event-store';
import { holdsOn, versionOn, type PlaceCode, type Unit } from '@benkan/registry-domain';
import { units } from '../aggregates';
import type { RegistryContext } from '../context';

type Known = Exclude<Unit, { status: 'unknown' }>;

const stateOf = async ({ current }: RegistryContext, unitId: string): Promise<Unit> =>
  (await current(units, unitId)).state;

const stands = (unit: Known, day: string | null): boolean =>
  day === null ? unit.status === 'registered' : versionOn(unit.versions, day) !== undefined;

/** Whether units are known, and whether they all exist on a day; without a day, whether none has ended. */
export const standing = async (
  context: RegistryContext,
  unitIds: readonly string[],
  day: string | null,
): Promise<{ readonly known: boolean; readonly stand: boolean }> => {
  const states = await Promise.all(unitIds.map((unitId) => stateOf(context, unitId)));
  const known = states.filter((state): state is Known => state.status !== 'unknown');
  return {
    known: known.length === states.length,
    stand: known.every((state) => stands(state, day)),
  };
};

const parentsFrom = (unit: Unit, day: string): readonly string[] => {
  if (unit.status === 'unknown') return [];
  const later = unit.versions.filter(({ validTo }) => validTo === null || day < validTo);
  return later.flatMap(({ parentId }) => (parentId === null ? [] : [parentId]));
};

/** A unit and every unit above it on a day or later, read from their own histories. */
export const aboveFrom = async (
  context: RegistryContext,
  unitId: string,
  day: string,
): Promise<readonly string[]> => {
  const above = new Set([unitId]);
  // a set may grow while it is walked
  for (const id of above)
    for (const parent of parentsFrom(await stateOf(context, id), day)) above.add(parent);
  return [...above];
};

const liesIn = (unit: Unit, parentId: string, day: string): boolean =>
  unit.status !== 'unknown' &&
  unit.versions.some(
    (version) =>
      version.parentId === parentId &&
      (holdsOn(version, day) || (version.validFrom !== null && day < version.validFrom)),
  );

/** Whether units lie in another one on a day or later: found in the views, asked of their own histories. */
export const hasUnitsBelow = async (
  context: RegistryContext,
  unitId: string,
  day: string,
): Promise<boolean> => {
  const listed = (await context.atlas()).filter(
    (unit) => unit.id !== unitId && unit.versions.some(({ parentId }) => parentId === unitId),
  );
  for (const { id } of listed) if (liesIn(await stateOf(context, id), unitId, day)) return true;
  return false;
};

const keyOf = ({ vault }: RegistryContext, { system, edition, code }: PlaceCode): string =>
  vault.digest('place-code', `${system}|${edition}|${code}`);

const heldByAnother = async (
  context: RegistryContext,
  codes: readonly PlaceCode[],
  unitId: string,
): Promise<boolean> => {
  const holders = await Promise.all(codes.map((code) => holderOf(context.store, keyOf(context, code))));
  return holders.some((holder) => holder !== undefined && holder !== unitId);
};

/** Reserves every code for a unit, or none: true when it holds them all. */
export const reserveCodes = async (
  context: RegistryContext,
  codes: readonly PlaceCode[],
  unitId: string,
  header: CommandHeader,
): Promise<boolean> => {
  // one code needs no look before: it is reserved or it is not
  if (codes.length > 1 && (await heldByAnother(context, codes, unitId))) return false;
  const keys = codes.map((code) => keyOf(context, code));
  const holders = await Promise.all(keys.map((key) => reserve(context.store, key, unitId, header)));
  if (holders.every((holder) => holder === unitId)) return true;
  // lost the race for one of them: the others are given up
  const won = keys.filter((_, n) => holders[n] === unitId);
  await Promise.all(won.map((key) => release(context.store, key, unitId, header)));
  return false;
};
