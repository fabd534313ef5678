import { normalised, type LookupKind, type Mark, type PersonalData } from '@benkan/vault';

const PERSONAL = [
  'firstNames',
  'lastName',
  'phone',
  'neighbourhood',
  'structure',
  'code',
] as const satisfies readonly (keyof PersonalData)[];
type Given = { readonly [Field in keyof PersonalData]?: string | undefined };

/** The personal fields among others; absent ones stay absent. */
export const personOf = (given: Given): PersonalData =>
  Object.fromEntries(
    PERSONAL.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])),
  );

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const digits = (text: string): string => normalised('phone', text);

const comparable: Readonly<Record<keyof PersonalData, (text: string) => string>> = {
  firstNames: plain,
  lastName: plain,
  neighbourhood: plain,
  structure: plain,
  code: (text) => text.trim().toUpperCase(),
  phone: digits,
};

/** The fields said both times and not the same; accents, case and spacing do not count. */
export const personalDifferences = (
  recorded: PersonalData,
  given: PersonalData,
): readonly (keyof PersonalData)[] =>
  PERSONAL.filter((field) => {
    const [before, now] = [recorded[field], given[field]];
    return before !== undefined && now !== undefined && comparable[field](before) !== comparable[field](now);
  });

/** Whether the second says a field the first leaves open. */
export const adds = (recorded: PersonalData, given: PersonalData): boolean =>
  PERSONAL.some((field) => recorded[field] === undefined && given[field] !== undefined);

const namesOf = ({ firstNames, lastName }: PersonalData): string =>
  plain(`${firstNames ?? ''} ${lastName ?? ''}`)
    .split(' ')
    .filter((part) => part !== '')
    .sort()
    .join(' ');

export type LookUp = { readonly kind: LookupKind; readonly scope: string; readonly value: string };

/** How the person of a sheet is found again: the code within the unit; without one, name, structure and phone. */
export const lookUpOf = (unitId: string, person: PersonalData): LookUp | undefined => {
  const { code, structure, phone } = person;
  if (code !== undefined) return { kind: 'code', scope: unitId, value: comparable.code(code) };
  const names = namesOf(person);
  if (names === '') return undefined;
  return {
    kind: 'name-key',
    scope: unitId,
    value: [names, plain(structure ?? ''), digits(phone ?? '')].join('|'),
  };
};

/** One country, one numbering plan. */
const PHONES = 'ML';

/** How somebody is found by phone; « néant » is no number to find anybody by. */
export const phoneOf = ({ phone = '' }: PersonalData): LookUp | undefined =>
  digits(phone) === '' ? undefined : { kind: 'phone', scope: PHONES, value: phone };

/** By what somebody is known beside others of a unit who bear the name. */
export const nameMark = (unitId: string, person: PersonalData): Mark => ({
  kind: 'name',
  scope: unitId,
  value: namesOf(person),
});

/** What may say that two records are one person: the phone, anywhere; the name, within the unit. */
export const marksOf = (unitId: string, person: PersonalData): readonly Mark[] => [
  { kind: 'phone', scope: PHONES, value: person.phone ?? '' },
  nameMark(unitId, person),
];
