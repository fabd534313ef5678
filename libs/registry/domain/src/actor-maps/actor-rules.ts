import { dayOf, type Refusal } from '@benkan/kernel';
import { firstRefusal } from '../committees/first-refusal';
import type { ActorTraits } from './actor-map-facts';
import type { KnownMap } from './actor-map';

export type PersonRefusal = 'person-needs-expiry' | 'person-needs-restricted-class' | 'expiry-is-past';

/** Organisations and roles first: a named person needs the restricted class and a day the name goes. */
export const personRefusal = (
  { kind, dataClass, expiresOn }: ActorTraits,
  at: string,
): Refusal<PersonRefusal> | undefined =>
  firstRefusal(
    [kind === 'PERSON' && expiresOn === null, 'person-needs-expiry'],
    [kind === 'PERSON' && dataClass !== 'RESTRICTED', 'person-needs-restricted-class'],
    [expiresOn !== null && expiresOn < dayOf(at), 'expiry-is-past'],
  );

export type ChangeRefusal = 'actor-map-closed' | 'in-the-future' | 'before-mapping';

/** A map changes while it is a draft, by facts of days from its mapping until today. */
export const changeRefusal = (
  { status, started }: KnownMap,
  on: string,
  at: string,
): Refusal<ChangeRefusal> | undefined =>
  firstRefusal(
    [status !== 'DRAFT', 'actor-map-closed'],
    [on > dayOf(at), 'in-the-future'],
    [on < started.mappedOn, 'before-mapping'],
  );
