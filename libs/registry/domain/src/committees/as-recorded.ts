import { accept, differences, refuse, type Acceptance, type Refusal } from '@benkan/kernel';

type Fields<Given> = { readonly [Field in keyof Given]: unknown };

/** Accepts what is recorded already, with nothing new to say; refuses what differs in a given field. */
export const asRecorded = <Given extends object>(
  recorded: Fields<Given>,
  given: Given,
): Acceptance<never> | Refusal<'differs-from-recorded'> => {
  const differing = differences<Fields<Given>>(recorded, given);
  return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
};
