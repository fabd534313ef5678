import type { z } from 'zod';
import { searchParticipants } from '@benkan/contracts/registry';
import { contradicts } from '@benkan/imports-domain';
import type { Ask, Because } from '@benkan/doors';
import { commandIdOf, derivedId } from '@benkan/messaging';
import type { Vault } from '@benkan/vault';
import { importedBy } from './saying';

export type KnownPerson = z.output<typeof searchParticipants.response>['items'][number];
type Search = z.input<typeof searchParticipants.request>;

/** Somebody a row without a code may mean. */
export type Sought = {
  readonly unitId: string;
  readonly firstNames: string;
  readonly lastName: string;
  readonly structure: string | null;
  readonly phone: string | null;
};

/** As many lines as a sheet may have, its head included. */
const MOST_LINES = 20_100;

/** The ids this import gives to those it registers: what it wrote itself, before it broke off, is no find. */
const ownIds = (importId: string): (() => ReadonlySet<string>) => {
  let ids: ReadonlySet<string> | undefined;
  const idOf = (_: unknown, line: number) =>
    derivedId(
      'participant',
      commandIdOf(importedBy(importId), 'registry.register-participant', `line ${line}|participant`),
    );
  return () => (ids ??= new Set(Array.from({ length: MOST_LINES }, idOf)));
};

/** Finds the people of a unit again, as far as the importer may look; views are read as they were before this import. */
export const peopleOf = (
  { ask, vault }: { readonly ask: Ask; readonly vault: Pick<Vault, 'openPeople'> },
  importId: string,
  because: () => Promise<Because>,
) => {
  const own = ownIds(importId);

  const found = async (unitId: string, request: Search): Promise<readonly KnownPerson[]> => {
    const answer = await ask(searchParticipants, request, await because());
    const items = answer?.items.filter((person) => person.unitId === unitId && !person.erased) ?? [];
    return items.length === 0 ? items : items.filter(({ id }) => !own().has(id));
  };

  const byPhone = (unitId: string, phone: string) => found(unitId, { phone });
  const byName = ({ unitId, firstNames, lastName }: Sought) =>
    found(unitId, { unitId, firstNames, lastName });

  const heldOf = async (
    people: readonly KnownPerson[],
    field: 'code' | 'structure',
  ): Promise<readonly string[]> => {
    const held = await vault.openPeople(people.map(({ id }) => id));
    const told = [...held.values()].flatMap((outcome) =>
      outcome.kind === 'open' ? (outcome.person[field] ?? []) : [],
    );
    return told.sort((one, other) => one.localeCompare(other, 'fr', { numeric: true }));
  };

  const agreeing = async (people: readonly KnownPerson[], sought: Sought) => {
    const held = await vault.openPeople(people.map(({ id }) => id));
    return people.filter(({ id }) => {
      const outcome = held.get(id);
      return outcome?.kind === 'open' && !contradicts(outcome.person, sought);
    });
  };

  return {
    byCode: (unitId: string, code: string) => found(unitId, { unitId, code }),
    byPhone,
    /** Who a row without a code may be: of those who bear the name, the one with the phone, else whoever nothing speaks against. */
    alike: async (sought: Sought): Promise<readonly KnownPerson[]> => {
      const bearers = await byName(sought);
      if (bearers.length === 0) return bearers;
      const reached = sought.phone === null ? [] : await byPhone(sought.unitId, sought.phone);
      const both = bearers.filter(({ id }) => reached.some((other) => other.id === id));
      return both.length > 0 ? both : agreeing(bearers, sought);
    },
    /** The codes of people, as their sheets carry them. */
    codesOf: (people: readonly KnownPerson[]) => heldOf(people, 'code'),
    /** The structures of people, in their own words. */
    structuresOf: (people: readonly KnownPerson[]) => heldOf(people, 'structure'),
  };
};

export type People = ReturnType<typeof peopleOf>;
