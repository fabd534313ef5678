import { registerParticipant } from '@benkan/contracts/registry';
import { contradicts, isUnclassed, type Attendee } from '@benkan/imports-domain';
import type { Working } from './kind';
import type { Said, Say } from './saying';

export type SheetPerson = Attendee & { readonly neighbourhood?: string | null };
export type Named = Extract<SheetPerson, { readonly firstNames: string }>;
/** Where a row is said: the unit its people are of, and the key of the row. */
export type Row = { readonly unitId: string; readonly key: string };

const said = <Value>(fields: Readonly<Record<string, Value | null | undefined>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

const register = (say: Say, { unitId, key }: Row, person: Named, id?: string): Promise<Said> => {
  const { code, firstNames, lastName, structure, neighbourhood, phone, sex, ageBand, structureKind, corps } =
    person;
  const personal = said({ id, code, firstNames, lastName, structure, neighbourhood, phone });
  return say(
    registerParticipant,
    { unitId, ...personal, sex, ageBand, structureKind, corps },
    `${key}|participant`,
  );
};

/** A structure as it was printed is the one on record, however its words would be classed. */
const isPrinted = async ({ people }: Working['places'], unitId: string, person: Named): Promise<boolean> => {
  const { code, structure } = person;
  if (code === null || structure === null) return false;
  const [recorded] = await people.structuresOf(await people.byCode(unitId, code));
  return recorded !== undefined && !contradicts({ structure: recorded }, { structure });
};

/** The traits a row leaves open, or says in words that class nobody. */
const leftOpen = async (places: Working['places'], unitId: string, person: Named) => {
  const unclassed = isUnclassed(person) || (await isPrinted(places, unitId, person));
  return new Set<string>([
    ...(person.sex === 'NR' ? ['sex'] : []),
    ...(person.ageBand === 'NR' ? ['ageBand'] : []),
    ...(unclassed ? ['structureKind', 'corps'] : []),
  ]);
};

/** Registers the person of a row, or finds them again: what a row leaves open contradicts nothing that is recorded. */
export const registerPerson = async (
  { say, places }: Working,
  row: Row,
  person: Named,
  id?: string,
): Promise<Said> => {
  const first = await register(say, row, person, id);
  const differing = first.kind === 'refused' ? (first.differences ?? []) : [];
  if (differing.length === 0) return first;
  const open = await leftOpen(places, row.unitId, person);
  const taken = differing.filter(({ field }) => open.has(field));
  if (taken.length === 0) return first;
  const recorded = Object.fromEntries(taken.map(({ field, recorded: value }) => [field, value]));
  return register(say, row, { ...person, ...recorded }, id);
};
