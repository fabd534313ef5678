import { column, mapped, record, type Field } from '../fields';
import { nameKey } from '../identity';
import { columns } from '../table/columns';
import { ageBand, type AgeBand } from '../values/age-band';
import { optionalCode, requiredText } from '../values/cells';
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

/** Within a file, a person without a code is who their name, structure and phone say. */
export const personKey = (values: Person & { readonly phone?: string | null }): string =>
  nameKey({ ...values, phone: values.phone ?? null });
