import { registerParticipant } from '@benkan/contracts/registry';
import type { Person } from '@benkan/imports-domain';
import type { Say, Said } from './saying';

type SheetPerson = Person & { readonly neighbourhood?: string | null; readonly phone?: string | null };

const said = <Value>(fields: Readonly<Record<string, Value | null | undefined>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

/** Registers the person of a row, or finds them again. */
export const registerPerson = (say: Say, unitId: string, person: SheetPerson, key: string): Promise<Said> => {
  const { code, firstNames, lastName, structure, neighbourhood, phone, sex, ageBand, structureKind, corps } =
    person;
  const personal = said({ code, firstNames, lastName, structure, neighbourhood, phone });
  return say(
    registerParticipant,
    { unitId, ...personal, sex, ageBand, structureKind, corps },
    `${key}|participant`,
  );
};
