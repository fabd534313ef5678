import { permits, placeOf, type Place, type Role } from '@benkan/contracts';
import type { FaultCode } from '@benkan/messaging';
import { grantsFor, type Grant, type Principal } from '@benkan/security';
import type { Because } from './asking';
import { textsAt } from './fields';
import { reachOf } from './reach';
import type { Territory } from './territory';
import { holding } from './whereabouts';

export type Admitted = {
  readonly role: Role;
  readonly territory: string | null;
  readonly unitIds: readonly string[] | undefined;
};
export type NotAdmitted = {
  readonly no: Extract<FaultCode, 'forbidden' | 'outside-your-territory' | 'unknown-resource'>;
};

type Claim = {
  readonly name: string;
  readonly principal: Principal;
  readonly body: unknown;
  readonly because: Because;
};

const under = ({ role, territory }: Grant, unitIds?: readonly string[]): Admitted => ({
  role,
  territory,
  unitIds,
});

const FORBIDDEN: NotAdmitted = { no: 'forbidden' };

/** The grants whose role may say a wire name, country-wide ones first. */
export const grantsThatSay = (name: string, principal: Principal): readonly Grant[] =>
  grantsFor(principal, (role) => permits(name, [role]));

type Limited = { readonly place: Place; readonly grants: readonly Grant[]; readonly territory: Territory };

const inPlace = async (
  { place, grants, territory }: Limited,
  first: Grant,
  { body, because }: Claim,
): Promise<Admitted | NotAdmitted> => {
  if (place.kind === 'country') return FORBIDDEN;
  if (place.kind !== 'at') return under(first);
  const held = await holding({ territory, grants, because }, place.concerns, body);
  return 'no' in held ? held : under(held.grant);
};

/**
 * Role × wire name × territory. Default no: without a row, without a known territory, or with a place that is not
 * inside, only a country-wide grant opens.
 */
export const admission = async (
  claim: Claim,
  territory: Territory | undefined,
): Promise<Admitted | NotAdmitted> => {
  const { name, principal, body, because } = claim;
  const grants = grantsThatSay(name, principal);
  const place = placeOf(name);
  const [first] = grants;
  if (first === undefined) return FORBIDDEN;
  if (place?.kind === 'within' && territory !== undefined) {
    const [asked] = textsAt(body, 'territory');
    return under(first, await reachOf(territory, grants, { territory: asked, because }));
  }
  if (first.territory === null) return under(first);
  if (place === undefined || territory === undefined) return FORBIDDEN;
  return inPlace({ place, grants, territory }, first, claim);
};
