import { always, column, mapped, record, type Field } from '../fields';
import { nameKey } from '../identity';
import { columns } from '../table/columns';
import { ageBand, type AgeBand } from '../values/age-band';
import { saysNothing } from '../text';
import { optionalCode, requiredText } from '../values/cells';
import { phone } from '../values/phone';
import { sex, type Sex } from '../values/sex';
import { structure, type Corps, type StructureKind } from '../values/structure';

/** A person as a sheet describes them. Names and the text of the structure are personal data. */
export type Person = {
  readonly code: string | null;
  readonly firstNames: string;
  readonly lastName: string;
  readonly sex: Sex;
  readonly ageBand: AgeBand;
  readonly structure: string | null;
  readonly structureKind: StructureKind;
  readonly corps: Corps | null;
};

export const personColumns = [
  columns.ordinal,
  columns.code,
  columns.firstNames,
  columns.lastName,
  columns.sex,
  columns.ageBand,
  columns.structure,
];

const fields = record({
  code: column('code', optionalCode),
  firstNames: column('firstNames', requiredText('missing-name')),
  lastName: column('lastName', requiredText('missing-name')),
  sex: column('sex', sex),
  ageBand: column('ageBand', ageBand),
  structure: column('structure', structure),
});

export const person: Field<Person> = mapped(fields, ({ structure: { text, kind, corps }, ...rest }) => ({
  ...rest,
  structure: text,
  structureKind: kind,
  corps,
}));

/** A line that names nobody: the code of the paper sheet or a phone stands for whoever it is. */
type Nameless = { readonly firstNames: null; readonly lastName: null };
export type Attendee = (Person | (Omit<Person, keyof Nameless> & Nameless)) & {
  readonly phone: string | null;
};

const named = mapped(record({ person, phone: column('phone', phone) }), ({ person: who, ...rest }) => ({
  ...who,
  ...rest,
}));

// whoever is named elsewhere is not described anew
const nameless: Field<Attendee> = record({
  code: column('code', optionalCode),
  firstNames: always(null),
  lastName: always(null),
  phone: column('phone', phone),
  sex: column('sex', sex),
  ageBand: column('ageBand', ageBand),
  structure: always(null),
  structureKind: always('AUTRE' as const),
  corps: always(null),
});

/** Who came: by name, or by nothing but a code or a phone where the sheet carries no names. */
export const attendee: Field<Attendee> = (view) => {
  const blank = (key: string): boolean => saysNothing(view.cell(key));
  const isNameless = blank('firstNames') && blank('lastName') && !(blank('code') && blank('phone'));
  return isNameless ? nameless(view) : named(view);
};

/** Within a file, a person without a code is who their name, structure and phone say. */
export const personKey = ({ firstNames, lastName, structure, phone: number }: Attendee): string =>
  nameKey({ firstNames: firstNames ?? '', lastName: lastName ?? '', structure, phone: number });
