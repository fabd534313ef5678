import type { Concern } from '@benkan/contracts';
import type { Grant } from '@benkan/security';
import type { Because } from './asking';
import { textsAt } from './fields';
import type { Territory } from './territory';

/** Milliseconds for which a "yes" may rest on what was known before. */
const YES_MS = 10_000;
/** A "no" rests on nothing older: what was registered a second ago is found. Bounds what strangers make us ask. */
const NO_MS = 250;
/** Things of one list looked for at one time: a sheet speaks of hundreds of people, found with one question. */
const AT_ONCE = 300;

type Outside = 'outside-your-territory' | 'unknown-resource';
type Looking = {
  readonly territory: Territory;
  readonly grants: readonly Grant[];
  readonly because: Because;
};

const within = async (
  { territory, grants, because }: Looking,
  unitId: string | undefined,
  maxAgeMs: number,
): Promise<Grant | undefined> => {
  for (const grant of grants) {
    if (grant.territory === null) return grant;
    const units = await territory.below(grant.territory, because, maxAgeMs);
    if (unitId !== undefined && units.has(unitId)) return grant;
  }
  return undefined;
};

type Found = { readonly grant: Grant | undefined; readonly unitId: string | undefined };

/**
 * Which grant holds a thing. A yes may be remembered; a no is said of a unit looked up now and a tree read now,
 * whether the thing is unknown or lies elsewhere: both cost the same.
 */
const holderOf = async (looking: Looking, { of }: Concern, id: string): Promise<Found> => {
  const remembered = looking.territory.rememberedUnitOf(of, id);
  if (remembered !== undefined) {
    const grant = await within(looking, remembered, YES_MS);
    if (grant !== undefined) return { grant, unitId: remembered };
  }
  const unitId = await looking.territory.unitOf(of, id, looking.because);
  const grant = (await within(looking, unitId, YES_MS)) ?? (await within(looking, unitId, NO_MS));
  return { grant, unitId };
};

const NO: Readonly<Record<Concern['means'], Outside>> = {
  names: 'unknown-resource',
  into: 'outside-your-territory',
  fresh: 'outside-your-territory',
};

type Held = { readonly grant?: Grant } | { readonly no: Outside };

const heldOne = async (looking: Looking, concern: Concern, id: string): Promise<Held> => {
  const { grant, unitId } = await holderOf(looking, concern, id);
  if (concern.means === 'fresh' && unitId === undefined) return {};
  return grant === undefined ? { no: NO[concern.means] } : { grant };
};

const heldBy = async (looking: Looking, concern: Concern, body: unknown): Promise<Held> => {
  const ids = textsAt(body, concern.field);
  // what lies in no unit at all is the country's
  if (ids.length === 0 && concern.means === 'into') return { no: NO.into };
  let first: { readonly grant?: Grant } = {};
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = await Promise.all(
      ids.slice(from, from + AT_ONCE).map((id) => heldOne(looking, concern, id)),
    );
    for (const held of some) {
      if ('no' in held) return held;
      if (first.grant === undefined) first = held;
    }
  }
  return first;
};

/** The grant that holds all a request speaks of, or why there is none. */
export const holding = async (
  looking: Looking,
  concerns: readonly Concern[],
  body: unknown,
): Promise<{ readonly grant: Grant } | { readonly no: Outside }> => {
  let first: Grant | undefined;
  for (const concern of concerns) {
    const held = await heldBy(looking, concern, body);
    if ('no' in held) return held;
    first ??= held.grant;
  }
  // a request that speaks of no place at all is no territory's
  return first === undefined ? { no: NO.into } : { grant: first };
};
