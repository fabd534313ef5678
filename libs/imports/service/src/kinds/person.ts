import { registerParticipant } from '@benkan/contracts/registry';
import { differences } from '@benkan/kernel';
import type { Working } from './kind';
import type { KnownPerson, People } from './people';
import type { Places } from './places';
import { registerPerson, type Named, type Row, type SheetPerson } from './registering';
import { failed, stepper, trouble, type Done, type Trouble } from './step';

/** Whom a row names, unless that was refused; and what became of saying so. */
export type PersonFound = { readonly participantId?: string; readonly done: Done };

const isNamed = (person: SheetPerson): person is Named => person.firstNames !== null;

// which of them is meant is asked, never guessed
const severalFit = async (people: People, fits: readonly KnownPerson[]): Promise<Trouble> => ({
  ...trouble('several-people-fit', 'Code'),
  differences: [{ field: 'code', recorded: (await people.codesOf(fits)).join(', ') || null, given: null }],
});

/** Who is meant by what is recorded, nobody where a name is new; or what speaks against saying it. */
type Meant = { readonly one?: KnownPerson; readonly troubles: readonly Trouble[] };

const CLEAR: readonly Trouble[] = [];

const only = async (people: People, fits: readonly KnownPerson[]): Promise<Meant> => {
  const [one, other] = fits;
  if (other !== undefined) return { troubles: [await severalFit(people, fits)] };
  return one === undefined ? { troubles: CLEAR } : { one, troubles: CLEAR };
};

/** What a sheet without names still says of people, beside what is recorded; a blank says nothing. */
const contradicted = ({ sex, ageBand }: KnownPerson, given: SheetPerson): readonly Trouble[] => {
  const heard = {
    sex: given.sex === 'NR' ? sex : given.sex,
    ageBand: given.ageBand === 'NR' ? ageBand : given.ageBand,
  };
  const differing = differences({ sex, ageBand }, heard);
  return differing.length === 0
    ? CLEAR
    : [{ ...trouble('differs-from-recorded'), by: registerParticipant.name, differences: differing }];
};

const byCodeOrPhone = async ({ people }: Places, unitId: string, person: SheetPerson): Promise<Meant> => {
  const { code, phone } = person;
  const bearers = code === null ? people.byPhone(unitId, phone ?? '') : people.byCode(unitId, code);
  const meant = await only(people, await bearers);
  if (meant.troubles.length > 0) return meant;
  if (meant.one !== undefined) return { ...meant, troubles: contradicted(meant.one, person) };
  const no =
    code === null ? trouble('unknown-phone', 'Contact', phone) : trouble('unknown-code', 'Code', code);
  return { troubles: [no] };
};

const meantBy = async (places: Places, unitId: string, person: SheetPerson): Promise<Meant> => {
  if (!isNamed(person)) return byCodeOrPhone(places, unitId, person);
  // the registry finds a code by itself
  if (person.code !== null) return { troubles: CLEAR };
  return only(places.people, await places.people.alike({ ...person, unitId }));
};

/** What speaks against a row before anything is said of it. */
export const unclear = async (
  places: Places,
  unitId: string,
  person: SheetPerson,
): Promise<readonly Trouble[]> => (await meantBy(places, unitId, person)).troubles;

/** The person of a row: by code, by phone, by name; registered where nobody is meant yet. */
export const personOf = async (working: Working, row: Row, person: SheetPerson): Promise<PersonFound> => {
  const { one, troubles } = await meantBy(working.places, row.unitId, person);
  if (troubles.length > 0) return { done: failed(...troubles) };
  const steps = stepper();
  const participantId = isNamed(person)
    ? steps.take(registerParticipant.name, await registerPerson(working, row, person, one?.id))
    : one?.id;
  return { done: steps.done(), ...(participantId === undefined ? {} : { participantId }) };
};
