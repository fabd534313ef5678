import type { Difference } from '@benkan/kernel';
import type { PersonalData, Vault } from '@benkan/vault';
import type { Done, Trouble } from '../kinds/step';

const PERSONAL = new Set<string>(['firstNames', 'lastName', 'phone', 'neighbourhood', 'structure', 'code']);

type Given = { readonly [field: string]: unknown };

const isPersonal = ({ field, recorded, given }: Difference) =>
  PERSONAL.has(field) && recorded === null && given === null;

const shown = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const withNames = (trouble: Trouble, recorded: PersonalData, given: Given): Trouble => ({
  ...trouble,
  ...(trouble.differences === undefined
    ? {}
    : {
        differences: trouble.differences.map((difference) =>
          isPersonal(difference)
            ? {
                field: difference.field,
                recorded: recorded[difference.field as keyof PersonalData] ?? null,
                given: shown(given[difference.field]),
              }
            : difference,
        ),
      }),
});

/** Both values of a differing name, for the report of the one who holds the sheet; the report is sealed. */
export const recordedNames =
  (vault: Vault, unitId: string | undefined) =>
  async (done: Done, values: Given): Promise<Done> => {
    const code = shown(values['code']);
    const unsaid = done.troubles.some(({ differences = [] }) => differences.some(isPersonal));
    if (!unsaid || code === null || unitId === undefined) return done;
    const ref = await vault.find('code', unitId, code);
    const held = ref === undefined ? undefined : await vault.openPerson(ref);
    const recorded = held?.kind === 'open' ? held.person : {};
    return { ...done, troubles: done.troubles.map((trouble) => withNames(trouble, recorded, values)) };
  };
